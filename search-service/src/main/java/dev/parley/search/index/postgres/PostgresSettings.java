package dev.parley.search.index.postgres;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code parley.search.postgres}.
 *
 * @param ranked how many hits {@code Sort.BEST} puts in order, about, and the newest ones, where the words of a query
 *     are so common that there are many more; at least twice as many as are counted
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
