package dev.parley.load.replay;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Shows how far a replay has come: a bar that moves on a terminal, a line now and then elsewhere. */
final class Display {

    private static final int WIDTH = 30;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private long linePrintedAt;
    private int lastDone;
    private long lastAt = System.nanoTime();

    Display(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static Display of(PrintStream out) {
        var console = System.console();
        var terminal = console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM"));
        return new Display(out, terminal);
    }

    void say(String text) {
        if (terminal) {
            out.print("\r\033[K");
        }
        out.println(text);
        out.flush();
    }

    void progress(String what, int done, int of, String remark) {
        var now = System.nanoTime();
        if (terminal) {
            out.print("\r\033[K" + bar(done, of) + " " + numbers(what, done, of, remark, now));
            out.flush();
        } else if (now - linePrintedAt >= BETWEEN_LINES.toNanos()) {
            linePrintedAt = now;
            out.println(numbers(what, done, of, remark, now));
            out.flush();
        }
    }

    private static String bar(int done, int of) {
        var full = of == 0 ? WIDTH : (int) ((long) WIDTH * done / of);
        return "[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "]";
    }

    private String numbers(String what, int done, int of, String remark, long now) {
        var rate = (done - lastDone) * 1e9 / Math.max(1, now - lastAt);
        lastDone = done;
        lastAt = now;
        return String.format(Locale.ROOT, "%s %,d of %,d, %,.0f/s%s", what, done, of, Math.max(0, rate), remark);
    }
}
