/**
 * The sockets of this gateway and who is behind them: from the handshake over {@code session:ready} to the close, with
 * a bound on everything that waits.
 */
@NullMarked
package dev.parley.gateway.session;

import org.jspecify.annotations.NullMarked;
