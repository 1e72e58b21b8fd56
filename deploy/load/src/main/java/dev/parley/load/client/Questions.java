package dev.parley.load.client;

import dev.parley.load.wire.ServerFrame;
import dev.parley.load.wire.ServerFrame.Trouble;
import java.util.HashMap;
import java.util.Map;

/** The numbers of a device's frames, and the few frames other than commands that wait for an answer. */
final class Questions {

    private final Map<Long, Answer> waiting = new HashMap<>();
    private long last;

    /** Hears the answer to one frame, if there is one before the session ends. */
    interface Answer {

        void acked(ServerFrame ack);

        default void refused(Trouble trouble) {}
    }

    long nextFrame() {
        return ++last;
    }

    long ask(Answer answer) {
        var frame = nextFrame();
        waiting.put(frame, answer);
        return frame;
    }

    /** Whether the ack was for one of these. */
    boolean answered(long frame, ServerFrame ack) {
        var answer = waiting.remove(frame);
        if (answer == null) {
            return false;
        }
        answer.acked(ack);
        return true;
    }

    boolean refused(long frame, Trouble trouble) {
        var answer = waiting.remove(frame);
        if (answer == null) {
            return false;
        }
        answer.refused(trouble);
        return true;
    }

    void clear() {
        waiting.clear();
    }
}
