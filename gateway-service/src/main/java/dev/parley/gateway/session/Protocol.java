package dev.parley.gateway.session;

import java.util.Map;

/** A way to hold a session on a socket. */
public interface Protocol {

    /** @param handshake what the handshake left for the socket */
    Connection connection(Socket socket, Map<String, Object> handshake);
}
