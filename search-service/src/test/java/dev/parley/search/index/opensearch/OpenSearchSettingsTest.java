package dev.parley.search.index.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class OpenSearchSettingsTest {

    @Test
    void defaultsAreWhatTheDocsSay() {
        var settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("parley.search.opensearch", OpenSearchSettings.class);
        assertThat(settings).isEqualTo(new OpenSearchSettings(
                List.of(URI.create("http://127.0.0.1:9200")), null, null, "parley-search", 1, 0, 32,
                Duration.ofSeconds(1), Duration.ofSeconds(15), DataSize.ofMegabytes(8)));
    }

    @Test
    void neverPrintsThePassword() {
        assertThat(with("https://search.example.org", "parley", 1).toString())
                .isEqualTo("OpenSearchSettings[[search.example.org], prefix=parley]");
    }

    @Test
    void refusesWhatCantWork() {
        assertThatIllegalArgumentException().isThrownBy(() -> with("search:9200", "parley", 1))
                .withMessageContaining("expected: http or https");
        assertThatIllegalArgumentException().isThrownBy(() -> with("http://search", "Parley_*", 1))
                .withMessageContaining("prefix: Parley_*");
        assertThatIllegalArgumentException().isThrownBy(() -> with("http://search", "parley", 0))
                .withMessage("parley.search.opensearch.shards: 0 (expected: 1 or more)");
    }

    private static OpenSearchSettings with(String url, String prefix, int shards) {
        return new OpenSearchSettings(
                List.of(URI.create(url)), "user", "a secret", prefix, shards, 0, 1, Duration.ofSeconds(1),
                Duration.ofSeconds(1), DataSize.ofMegabytes(1));
    }
}
