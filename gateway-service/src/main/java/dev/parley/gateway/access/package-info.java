/** Who may open a socket: the token at the handshake, and what a client is told when it is turned away. */
@NullMarked
package dev.parley.gateway.access;

import org.jspecify.annotations.NullMarked;
