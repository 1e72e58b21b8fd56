package dev.parley.search.index.postgres;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code parley.search.postgres}.
 *
 * @param ranked How many hits, about, and the newest ones, are put in order by relevance where the words of a query are
 *     so common that there are many more; at least twice {@code parley.search.count-to}.
 */
@ConfigurationProperties("parley.search.postgres")
record PostgresSettings(@DefaultValue("2000") int ranked) {

    PostgresSettings {
        if (ranked < 1) {
            throw new IllegalArgumentException(
                    "parley.search.postgres.ranked: " + ranked + " (expected: 1 or more)");
        }
    }
}
