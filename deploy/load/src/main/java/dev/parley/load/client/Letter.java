package dev.parley.load.client;

import dev.parley.load.wire.Content;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.Target;
import java.util.ArrayList;
import java.util.List;

/** A message on its way into the log: the frames it went out in, and until when the last of them may stay unanswered. */
final class Letter {

    private final Target target;
    private final MessageId id;
    private final Content content;
    private final List<Long> frames = new ArrayList<>(1);
    private long wroteAt;
    private int failures;
    private Stage stage = Stage.WAITING;

    private enum Stage {
        WAITING,
        UNDER_WAY,
        RESTING,
        DONE
    }

    Letter(Target target, MessageId id, Content content) {
        this.target = target;
        this.id = id;
        this.content = content;
    }

    Target target() {
        return target;
    }

    MessageId id() {
        return id;
    }

    Content content() {
        return content;
    }

    /** Every frame it went out in: a late answer to an early one counts as well. */
    List<Long> frames() {
        return frames;
    }

    boolean isFirstTime() {
        return frames.isEmpty();
    }

    void wrote(long frame, long now) {
        frames.add(frame);
        wroteAt = now;
        stage = Stage.UNDER_WAY;
    }

    long wroteAt() {
        return wroteAt;
    }

    /** Rests until it goes out again; how many attempts have failed so far. */
    int rest() {
        stage = Stage.RESTING;
        return ++failures;
    }

    boolean isResting() {
        return stage == Stage.RESTING;
    }

    void done() {
        stage = Stage.DONE;
    }
}
