package dev.parley.load.client;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/** An event loop with the devices that live on it. Lets only so many shake hands at once, so that a crowd's return is no flood. */
final class Seat {

    private static final int HANDSHAKES_AT_ONCE = 64;
    private static final long TICK_MILLIS = 100;

    private final EventLoop loop;
    private final List<ChatClient> devices = new ArrayList<>();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int shakingHands;

    Seat(EventLoop loop) {
        this.loop = loop;
        loop.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    EventLoop loop() {
        return loop;
    }

    void run(Runnable task) {
        if (loop.inEventLoop()) {
            task.run();
        } else {
            loop.execute(task);
        }
    }

    void add(ChatClient device) {
        run(() -> devices.add(device));
    }

    void remove(ChatClient device) {
        run(() -> devices.remove(device));
    }

    /** Runs the handshake when it is its turn; every one admitted must be followed by one {@link #leave}. */
    void admit(Runnable handshake) {
        if (shakingHands == HANDSHAKES_AT_ONCE) {
            waiting.add(handshake);
        } else {
            shakingHands++;
            handshake.run();
        }
    }

    void leave() {
        var next = waiting.poll();
        if (next == null) {
            shakingHands--;
        } else {
            // Not at once: a gateway that refuses on the spot would make this a recursion as deep as the line is long.
            loop.execute(next);
        }
    }

    private void tick() {
        var now = System.nanoTime();
        // By index: a tick may end a device.
        for (int i = devices.size() - 1; i >= 0; i--) {
            devices.get(i).tick(now);
        }
    }
}
