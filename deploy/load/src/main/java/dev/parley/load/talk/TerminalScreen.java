package dev.parley.load.talk;

import dev.parley.load.wire.Message;
import dev.parley.load.wire.UserId;
import java.time.ZoneId;
import java.util.List;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Status;

/** Messages scroll above the line that is being written; the last line tells how far one's own newest message has come. */
final class TerminalScreen implements Screen {

    private static final AttributedStyle FAINT = AttributedStyle.DEFAULT.faint();
    private static final AttributedStyle READ = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN).bold();

    private final LineReader reader;
    private final Status status;
    private final Wording wording;
    private String last = "";
    private Tick lastTick = Tick.WAITING;
    private boolean typing;

    TerminalScreen(LineReader reader, UserId self, ZoneId zone) {
        this.reader = reader;
        this.status = Status.getStatus(reader.getTerminal());
        this.wording = new Wording(self, zone);
    }

    static boolean suits(Terminal terminal) {
        return !terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    @Override
    public synchronized void show(Message message, Tick tick) {
        typing = false;
        reader.printAbove(wording.line(message, tick));
        draw();
    }

    @Override
    public synchronized void tick(String text, Tick tick) {
        last = Wording.onOneLine(text);
        lastTick = tick;
        draw();
    }

    @Override
    public synchronized void typing(boolean started) {
        typing = started;
        draw();
    }

    @Override
    public synchronized void notice(String text) {
        reader.printAbove(new AttributedString("· " + text, FAINT));
        draw();
    }

    private void draw() {
        var line = new AttributedStringBuilder();
        if (!last.isEmpty()) {
            line.styled(FAINT, last + " ").styled(lastTick == Tick.READ ? READ : AttributedStyle.DEFAULT,
                    lastTick.sign());
        }
        if (typing) {
            line.styled(FAINT, (line.length() == 0 ? "" : "   ") + "typing …");
        }
        status.update(List.of(line.toAttributedString()));
    }
}
