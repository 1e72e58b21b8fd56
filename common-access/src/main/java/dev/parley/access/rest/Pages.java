package dev.parley.access.rest;

import dev.parley.contracts.ErrorCode;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import tools.jackson.databind.json.JsonMapper;

/** Pages of other origins. They show tokens, never cookies, so what they are allowed is only to ask. */
final class Pages {

    private Pages() {}

    /** It answers a preflight by itself: that has no token. */
    static CorsFilter filter(CorsSettings settings, JsonMapper json) {
        var allowed = new CorsConfiguration();
        allowed.setAllowedOriginPatterns(settings.allowedOrigins());
        allowed.setAllowedMethods(List.of("GET", "POST", "PATCH", "DELETE"));
        allowed.setAllowedHeaders(List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE, "Idempotency-Key"));
        allowed.setExposedHeaders(List.of(HttpHeaders.RETRY_AFTER));
        allowed.setMaxAge(settings.maxAge());
        var everywhere = new UrlBasedCorsConfigurationSource();
        everywhere.registerCorsConfiguration("/**", allowed);
        var filter = new CorsFilter(everywhere);
        filter.setCorsProcessor(new Refusing(json));
        return filter;
    }

    private static final class Refusing extends DefaultCorsProcessor {

        private final JsonMapper json;

        Refusing(JsonMapper json) {
            this.json = json;
        }

        @Override
        protected void rejectRequest(ServerHttpResponse response) throws IOException {
            var problem = Problems.of(
                    ErrorCode.CHAT_NOT_ALLOWED, "origin, method or header: not for pages of another origin");
            response.setStatusCode(org.springframework.http.HttpStatus.FORBIDDEN);
            response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            response.getBody().write(json.writeValueAsBytes(problem));
            response.flush();
        }
    }
}
