package dev.parley.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.search.text.TextRules;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class IndexingSettingsTest {

    @Test
    void defaultsAreWhatTheDocsSay() {
        assertThat(bind("parley.search.indexing", IndexingSettings.class, Map.of())).isEqualTo(new IndexingSettings(
                1, "parley-search", 1_000, DataSize.ofMegabytes(4), Duration.ofMillis(100), Duration.ofMillis(500),
                Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(1),
                Duration.ofSeconds(3), Duration.ofSeconds(60)));
        assertThat(bind("parley.search", FreshnessSettings.class, Map.of()))
                .isEqualTo(new FreshnessSettings(Duration.ofMinutes(1)));
        assertThat(bind("parley.search", RebuildSettings.class, Map.of()))
                .isEqualTo(new RebuildSettings(null, Duration.ofSeconds(30)));
    }

    @Test
    void readsTheRulesOfTheNextIndex() {
        assertThat(rules(Map.of())).isEqualTo(new TextRules(TextRules.CURRENT, null));
        assertThat(rules(Map.of("parley.search.stemmer", ""))).isEqualTo(new TextRules(TextRules.CURRENT, null));
        assertThat(rules(Map.of("parley.search.stemmer", "english")))
                .isEqualTo(new TextRules(TextRules.CURRENT, "english"));
    }

    @Test
    void keepsARetiredIndexForAsLongAsItIsTold() {
        var settings = bind("parley.search", RebuildSettings.class,
                Map.of("parley.search.indexing.keep-retired", "5s"));
        assertThat(settings.keepRetired()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void refusesAStemmerThatThereIsNot() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RebuildSettings("klingon", Duration.ofSeconds(30)))
                .withMessageStartingWith("parley.search.stemmer: ")
                .withMessageContaining("klingon");
    }

    @Test
    void refusesALagOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FreshnessSettings(Duration.ZERO))
                .withMessage("parley.search.max-lag: 0 ms (expected: more than 0)");
    }

    private static TextRules rules(Map<String, String> properties) {
        return bind("parley.search", RebuildSettings.class, properties).textRules();
    }

    private static <T> T bind(String prefix, Class<T> type, Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
    }
}
