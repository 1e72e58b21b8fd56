package dev.parley.gateway.session;

/** A socket as its protocol sees it. Frames come one at a time, on threads that serve all sockets: nothing may block. */
public interface Connection {

    void opened();

    void text(String text);

    void binary();

    /** The answer to a ping of the WebSocket's own. */
    void pong();

    void closed();
}
