package dev.parley.access.rest;

import dev.parley.access.settings.Range;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which pages in browsers may call.
 *
 * @param allowedOrigins The origins of pages that may call from a browser, as patterns such as {@code
 *     https://*.example.org}; an empty list lets in only pages of this service itself. The gateway answers no such
 *     calls.
 * @param maxAge How long a browser need not ask again whether a page may call.
 */
@ConfigurationProperties("parley.cors")
record CorsSettings(@DefaultValue List<String> allowedOrigins, @Range(from = 0) @DefaultValue("1h") Duration maxAge) {

    CorsSettings {
        allowedOrigins = List.copyOf(allowedOrigins);
    }
}
