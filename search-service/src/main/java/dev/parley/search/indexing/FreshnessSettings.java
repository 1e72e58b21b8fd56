package dev.parley.search.indexing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How old the index may be.
 *
 * @param maxLag How old the index may be: what has been in the log for longer has to be in the index, or searches are
 *     refused.
 */
@ConfigurationProperties("parley.search")
record FreshnessSettings(@DefaultValue("1m") Duration maxLag) {

    FreshnessSettings {
        if (!maxLag.isPositive()) {
            throw new IllegalArgumentException(
                    "parley.search.max-lag: " + maxLag.toMillis() + " ms (expected: more than 0)");
        }
    }
}
