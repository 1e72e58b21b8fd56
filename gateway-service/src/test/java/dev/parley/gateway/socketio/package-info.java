@NullMarked
package dev.parley.gateway.socketio;

import org.jspecify.annotations.NullMarked;
