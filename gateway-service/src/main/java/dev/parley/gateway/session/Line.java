package dev.parley.gateway.session;

import dev.parley.gateway.protocol.Framing;
import dev.parley.gateway.protocol.ServerEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A socket together with the way to speak on it. */
public record Line(Socket socket, Framing framing, Pulse pulse) {

    public void close(CloseCode code) {
        close(null, code);
    }

    /** @return whether there was room for it: where a ping is a text frame, it waits its turn like any other */
    public boolean ping() {
        var frame = framing.ping();
        if (frame == null) {
            socket.ping();
            return true;
        }
        return socket.send(List.of(frame));
    }

    /** Says why before it closes. */
    void close(@Nullable ServerEvent why, CloseCode code) {
        var lastWords = new ArrayList<byte[]>(2);
        if (why != null) {
            lastWords.add(framing.event(why));
        }
        var farewell = framing.farewell();
        if (farewell != null && code.comingBack() == CloseCode.Return.UNWELCOME) {
            lastWords.add(farewell);
        }
        if (lastWords.isEmpty()) {
            socket.close(code);
        } else {
            socket.sendLast(lastWords, code);
        }
    }
}
