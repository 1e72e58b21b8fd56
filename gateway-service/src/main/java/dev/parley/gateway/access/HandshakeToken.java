package dev.parley.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/**
 * Finds the token: in the {@code Authorization} header, or, for browsers, which can't set it, among the subprotocols.
 * Never in the URL, which ends up in logs.
 */
final class HandshakeToken implements BearerTokenResolver {

    private static final String PREFIX = "bearer.";

    private final BearerTokenResolver header = new DefaultBearerTokenResolver();

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null ? subprotocol(request) : header.resolve(request);
    }

    private static @Nullable String subprotocol(HttpServletRequest request) {
        return Subprotocols.of(request.getHeaders(Subprotocols.HEADER)).stream()
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()))
                .findFirst()
                .orElse(null);
    }
}
