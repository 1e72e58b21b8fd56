@NullMarked
package dev.parley.gateway.protocol.socketio;

import org.jspecify.annotations.NullMarked;
