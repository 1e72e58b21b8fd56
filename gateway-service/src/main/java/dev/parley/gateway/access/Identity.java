package dev.parley.gateway.access;

import dev.parley.contracts.UserId;
import java.time.Instant;

/**
 * Who is at the other end of a socket.
 *
 * @param token that says so
 * @param expiresAt when it is no longer taken
 */
public record Identity(UserId userId, BearerToken token, Instant expiresAt) {

    /** Under this name a handshake hands it to the socket. */
    public static final String ATTRIBUTE = "parley.identity";
}
