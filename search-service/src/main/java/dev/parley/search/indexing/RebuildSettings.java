package dev.parley.search.indexing;

import dev.parley.access.settings.Range;
import dev.parley.search.text.TextAnalyzer;
import dev.parley.search.text.TextRules;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * What the next generation is made of, and what becomes of the last.
 *
 * @param stemmer The language whose endings do not matter, such as {@code english}; unset, all endings do. It takes
 *     hold with the next rebuild.
 * @param keepRetired How long an index is kept after another has taken its place: all instances have noticed by then,
 *     and searches that were on their way are done.
 */
@ConfigurationProperties("parley.search")
record RebuildSettings(
        @Nullable String stemmer,
        @Range(from = 0) @Name("indexing.keep-retired") @DefaultValue("30s") Duration keepRetired) {

    RebuildSettings {
        // An index by rules that nobody can read texts by would have to be given up by hand.
        requireReadable(rules(stemmer));
    }

    TextRules textRules() {
        return rules(stemmer);
    }

    private static TextRules rules(@Nullable String stemmer) {
        return new TextRules(TextRules.CURRENT, stemmer == null || stemmer.isBlank() ? null : stemmer);
    }

    private static void requireReadable(TextRules rules) {
        try {
            new TextAnalyzer(rules);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("parley.search.stemmer: " + e.getMessage(), e);
        }
    }
}
