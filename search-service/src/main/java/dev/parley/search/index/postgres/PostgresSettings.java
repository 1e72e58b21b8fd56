package dev.parley.search.index.postgres;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code parley.search.postgres}.
 *
 * @param rankedAtMost how many hits {@code Sort.BEST} puts in order, the newest ones, where a query finds so common
 *     words that there may be many more
 */
@ConfigurationProperties("parley.search.postgres")
record PostgresSettings(@DefaultValue("10000") int rankedAtMost) {

    PostgresSettings {
        if (rankedAtMost < 1) {
            throw new IllegalArgumentException(
                    "parley.search.postgres.ranked-at-most: " + rankedAtMost + " (expected: 1 or more)");
        }
    }
}
