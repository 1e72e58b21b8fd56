package dev.parley.gateway.access;

import dev.parley.contracts.UserId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who is at the other end of a socket.
 *
 * @param expiresAt when the token ends; null for one that doesn't
 */
public record Identity(UserId userId, @Nullable Instant expiresAt) {

    /** Under this name a handshake hands it to the socket. */
    public static final String ATTRIBUTE = "parley.identity";

    static Identity of(JwtAuthenticationToken authentication) {
        var token = authentication.getToken();
        return new Identity(new UserId(Objects.requireNonNull(token.getSubject(), "checked with the token")),
                token.getExpiresAt());
    }
}
