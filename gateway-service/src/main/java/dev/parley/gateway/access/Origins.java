package dev.parley.gateway.access;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.util.WebUtils;

/** Pages that may open sockets. A client that is no browser names no origin, and is never refused for it. */
public final class Origins {

    private final CorsConfiguration allowed = new CorsConfiguration();

    /** @param patterns such as {@code https://*.example.org}, or {@code *} */
    public Origins(List<String> patterns) {
        allowed.setAllowedOriginPatterns(patterns);
    }

    public boolean allow(ServerHttpRequest request) {
        var origin = request.getHeaders().getFirst(HttpHeaders.ORIGIN);
        return origin == null || WebUtils.isSameOrigin(request) || allowed.checkOrigin(origin) != null;
    }
}
