package dev.parley.load.client;

import dev.parley.load.wire.Command;
import dev.parley.load.wire.Target;
import java.util.ArrayList;
import java.util.List;

/** A command on its way into the log: the frames it went out in, and until when the last of them may stay unanswered. */
final class Letter {

    private final long number;
    private final Command command;
    private final boolean remembered;
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

    Letter(long number, Command command, boolean remembered) {
        this.number = number;
        this.command = command;
        this.remembered = remembered;
    }

    /** Its place in the notebook. */
    long number() {
        return number;
    }

    Command command() {
        return command;
    }

    Target target() {
        return command.target();
    }

    /** Every frame it went out in: a late answer to an early one counts as well. */
    List<Long> frames() {
        return frames;
    }

    boolean isFirstTime() {
        return frames.isEmpty();
    }

    /** Whether it may be in the log more than once: what is remembered from before a crash may have been said then. */
    boolean wasRepeated() {
        return remembered || frames.size() > 1;
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
