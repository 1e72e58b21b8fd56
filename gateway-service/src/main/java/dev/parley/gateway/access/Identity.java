package dev.parley.gateway.access;

import dev.parley.contracts.UserId;
import java.time.Instant;

/**
 * Who is at the other end of a socket.
 *
 * @param token that says so
 * @param endsAt when it ends, as its owner knows it
 * @param takenUntil when it is no longer taken, as clocks may differ
 */
public record Identity(UserId userId, BearerToken token, Instant endsAt, Instant takenUntil) {

    /** Under this name a handshake hands it to the socket. */
    public static final String ATTRIBUTE = "parley.identity";
}
