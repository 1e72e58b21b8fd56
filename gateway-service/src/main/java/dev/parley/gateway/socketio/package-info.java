/**
 * Socket.IO clients: the door at {@code /socket.io/}, and connections from the open packet over CONNECT, which brings
 * the token, to a session like any other. WebSocket only: polling would need sticky sessions.
 */
@NullMarked
package dev.parley.gateway.socketio;

import org.jspecify.annotations.NullMarked;
