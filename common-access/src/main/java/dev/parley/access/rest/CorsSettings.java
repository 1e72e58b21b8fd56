package dev.parley.access.rest;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which pages in browsers may call.
 *
 * @param allowedOrigins of pages, as patterns such as {@code https://*.example.org}; none but this service's own where
 *     the list is empty
 * @param maxAge for which a browser need not ask again
 */
@ConfigurationProperties("parley.cors")
record CorsSettings(@DefaultValue List<String> allowedOrigins, @DefaultValue("1h") Duration maxAge) {

    CorsSettings {
        allowedOrigins = List.copyOf(allowedOrigins);
    }
}
