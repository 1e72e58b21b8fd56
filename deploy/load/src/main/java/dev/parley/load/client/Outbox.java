package dev.parley.load.client;

import dev.parley.load.wire.Command;
import dev.parley.load.wire.FrameWriter;
import dev.parley.load.wire.ServerFrame;
import dev.parley.load.wire.ServerFrame.Trouble;
import dev.parley.load.wire.Target;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * What a device has yet to see acked. For each target one message is on its way and the others wait behind it: so one that has
 * to go out again can never be overtaken by a later one of its conversation.
 */
final class Outbox {

    private final Line line;
    private final Notebook notebook;
    private final DeviceListener listener;
    private final Backoff backoff;
    private final long ackNanos;
    private final int bound;
    private final Map<Target, Deque<Letter>> lanes = new HashMap<>();
    private final Map<Long, Letter> frames = new HashMap<>();
    private final Map<Letter, Boolean> underWay = new LinkedHashMap<>();
    private int size;

    /** The open socket, as sends need it. */
    interface Line {

        boolean isReady();

        long nextFrame();

        void write(Consumer<OutputStream> frame);

        void after(Duration wait, Runnable task);

        /** An answer is overdue; anything heard since this moment shows that the socket still lives. */
        void doubt(long since);
    }

    Outbox(Line line, Notebook notebook, DeviceListener listener, ClientSettings settings) {
        this.line = line;
        this.notebook = notebook;
        this.listener = listener;
        this.backoff = settings.backoff();
        this.ackNanos = settings.patience().ack().toNanos();
        this.bound = settings.bounds().outbox();
        notebook.unanswered().forEach(entry -> queue(new Letter(entry.getKey(), entry.getValue(), true)));
    }

    void add(Command command) {
        if (command instanceof Command.Send send) {
            listener.sent(send);
        } else {
            listener.altering(command);
        }
        if (size == bound) {
            tellRefusal(command, "OUTBOX_FULL");
            return;
        }
        var letter = new Letter(notebook.unanswered(command), command, false);
        if (queue(letter) && line.isReady()) {
            write(letter);
        }
    }

    /** Whether nothing of its lane waits before it. */
    private boolean queue(Letter letter) {
        size++;
        var lane = lanes.computeIfAbsent(letter.target(), target -> new ArrayDeque<>(2));
        lane.add(letter);
        return lane.size() == 1;
    }

    /** The session is ready: what was on its way when the last one ended goes out again. */
    void resume() {
        var heads = new ArrayList<Letter>();
        lanes.values().forEach(lane -> heads.add(lane.element()));
        heads.forEach(this::write);
    }

    void lost() {
        underWay.clear();
    }

    private void write(Letter letter) {
        var frame = line.nextFrame();
        var first = letter.isFirstTime();
        letter.wrote(frame, System.nanoTime());
        frames.put(frame, letter);
        underWay.remove(letter);
        underWay.put(letter, true);
        if (!first) {
            listener.resent(letter.command().message());
        }
        line.write(out -> FrameWriter.command(out, frame, letter.command()));
    }

    void acked(ServerFrame.Acked ack) {
        var letter = frames.get(ack.id());
        if (letter == null) {
            return;
        }
        if (letter.command() instanceof Command.Send send) {
            if (ack.conversation() == null) {
                refuse(letter, "ACK_WITHOUT_CONVERSATION");
                return;
            }
            listener.acked(send.message(), ack.conversation());
        } else if (ack.command() == null) {
            refuse(letter, "ACK_WITHOUT_COMMAND");
            return;
        } else {
            listener.altered(letter.command(), ack.command(), letter.wasRepeated());
        }
        done(letter);
    }

    void failed(long frame, Trouble trouble) {
        var letter = frames.get(frame);
        if (letter == null) {
            return;
        }
        if (!trouble.retryable()) {
            refuse(letter, trouble.code());
            return;
        }
        if (letter.isResting() || frame != letter.frames().getLast()) {
            return;
        }
        underWay.remove(letter);
        var wait = backoff.delay(letter.rest(), ThreadLocalRandom.current());
        var asked = Duration.ofMillis(trouble.retryAfterMs());
        line.after(wait.compareTo(asked) > 0 ? wait : asked, () -> wake(letter));
    }

    private void wake(Letter letter) {
        if (letter.isResting() && line.isReady()) {
            write(letter);
        }
    }

    private void refuse(Letter letter, String code) {
        tellRefusal(letter.command(), code);
        done(letter);
    }

    private void tellRefusal(Command command, String code) {
        if (command instanceof Command.Send send) {
            listener.refused(send.message(), code);
        } else {
            listener.notAltered(command, code);
        }
    }

    private void done(Letter letter) {
        letter.frames().forEach(frames::remove);
        letter.done();
        notebook.answered(letter.number());
        underWay.remove(letter);
        size--;
        var lane = lanes.get(letter.target());
        if (lane == null) {
            return;
        }
        lane.remove(letter);
        if (lane.isEmpty()) {
            lanes.remove(letter.target());
        } else if (line.isReady()) {
            write(lane.element());
        }
    }

    void tick(long now) {
        var overdue = new ArrayList<Letter>();
        for (var letter : underWay.keySet()) {
            if (now - letter.wroteAt() < ackNanos) {
                break;
            }
            overdue.add(letter);
        }
        if (overdue.isEmpty()) {
            return;
        }
        line.doubt(overdue.getFirst().wroteAt());
        if (line.isReady()) {
            overdue.forEach(this::write);
        }
    }
}
