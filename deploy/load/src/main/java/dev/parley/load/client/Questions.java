package dev.parley.load.client;

import java.util.HashMap;
import java.util.Map;

/** The numbers of a device's frames, and the few frames other than sends that wait for an answer. */
final class Questions {

    private final Map<Long, Runnable> waiting = new HashMap<>();
    private long last;

    long nextFrame() {
        return ++last;
    }

    long ask(Runnable onAck) {
        var frame = nextFrame();
        waiting.put(frame, onAck);
        return frame;
    }

    /** Whether the ack was for one of these. */
    boolean answered(long frame) {
        var onAck = waiting.remove(frame);
        if (onAck == null) {
            return false;
        }
        onAck.run();
        return true;
    }

    boolean refused(long frame) {
        return waiting.remove(frame) != null;
    }

    void clear() {
        waiting.clear();
    }
}
