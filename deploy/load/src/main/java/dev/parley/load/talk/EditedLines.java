package dev.parley.load.talk;

import dev.parley.load.wire.UserId;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** Lines from a person at a terminal, edited while messages come in above. */
final class EditedLines implements Lines {

    private static final Duration LOOK = Duration.ofMillis(300);
    /** A start expires after 5 s. */
    private static final Duration REPEAT_TYPING = Duration.ofSeconds(3);

    private final Terminal terminal;
    private final LineReader reader;
    private final String prompt;
    private final Screen screen;
    private final ScheduledExecutorService onlooker = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("typing").factory());
    private String seen = "";
    private boolean typing;
    private long toldAt;

    EditedLines(Terminal terminal, UserId self, ZoneId zone) {
        this.terminal = terminal;
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
        this.prompt = self + "> ";
        this.screen = new TerminalScreen(reader, self, zone);
    }

    @Override
    public @Nullable String next() {
        try {
            return reader.readLine(prompt);
        } catch (EndOfFileException | UserInterruptException e) {
            return null;
        }
    }

    @Override
    public Screen screen() {
        return screen;
    }

    @Override
    public void onTyping(Consumer<Boolean> listener) {
        onlooker.scheduleWithFixedDelay(() -> look(listener), LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(Consumer<Boolean> listener) {
        var text = reader.getBuffer().toString();
        var now = System.nanoTime();
        if (text.isBlank() && typing) {
            typing = false;
            listener.accept(false);
        } else if (!text.isBlank() && !text.equals(seen)
                && (!typing || now - toldAt > REPEAT_TYPING.toNanos())) {
            typing = true;
            toldAt = now;
            listener.accept(true);
        }
        seen = text;
    }

    @Override
    public void close() throws IOException {
        onlooker.shutdownNow();
        terminal.close();
    }
}
