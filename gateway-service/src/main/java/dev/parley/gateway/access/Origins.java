package dev.parley.gateway.access;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.util.WebUtils;

/** Pages that may open sockets. A client that is no browser names no origin, and is never refused for it. */
public final class Origins {

    private final CorsConfiguration allowed = new CorsConfiguration();

    /** @param patterns such as {@code https://*.example.org}, or {@code *} */
    public Origins(List<String> patterns) {
        allowed.setAllowedOriginPatterns(patterns);
    }

    /** What to tell a page that asks from another origin; null if it is not allowed to ask. */
    public @Nullable String allowed(@Nullable String origin) {
        return allowed.checkOrigin(origin);
    }

    public boolean allow(ServerHttpRequest request) {
        var origin = request.getHeaders().getFirst(HttpHeaders.ORIGIN);
        return origin == null || WebUtils.isSameOrigin(request) || allowed(origin) != null;
    }
}
