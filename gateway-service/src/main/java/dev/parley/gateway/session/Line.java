package dev.parley.gateway.session;

import dev.parley.gateway.protocol.Framing;
import dev.parley.gateway.protocol.ServerEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A socket together with the way to speak on it. */
record Line(Socket socket, Framing framing, Pulse pulse) {

    void close(CloseCode code) {
        close(null, code);
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
