/** The framing of Socket.IO (revision 5, over Engine.IO revision 4): packets in text frames, of WebSockets only. */
@NullMarked
package dev.parley.gateway.protocol.socketio;

import org.jspecify.annotations.NullMarked;
