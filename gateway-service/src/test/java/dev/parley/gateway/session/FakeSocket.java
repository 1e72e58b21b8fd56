package dev.parley.gateway.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** A socket that takes so many frames. */
public final class FakeSocket implements Socket {

    public final List<String> events = new ArrayList<>();
    boolean idle = true;
    private int room;

    public FakeSocket(int room) {
        this.room = room;
    }

    @Override
    public boolean send(List<byte[]> frames, Runnable written) {
        for (var frame : frames) {
            if (room-- <= 0) {
                return false;
            }
            events.add(new String(frame, UTF_8));
        }
        written.run();
        return true;
    }

    @Override
    public void sendLast(List<byte[]> frames, CloseCode code) {
        frames.forEach(frame -> events.add(new String(frame, UTF_8)));
        close(code);
    }

    @Override
    public boolean isIdle() {
        return idle;
    }

    @Override
    public void ping() {
        events.add("ping");
    }

    @Override
    public void close(CloseCode code) {
        events.add("close " + code.number());
    }

    @Override
    public void abort() {
        events.add("abort");
    }
}
