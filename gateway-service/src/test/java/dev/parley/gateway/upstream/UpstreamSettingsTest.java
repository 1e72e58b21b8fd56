package dev.parley.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.gateway.testing.Defaults;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class UpstreamSettingsTest {

    private static final UpstreamSettings DEFAULTS = new UpstreamSettings(
            URI.create("http://127.0.0.1:8091"),
            new UpstreamSettings.Deadlines(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(6)),
            DataSize.ofKilobytes(512),
            new UpstreamSettings.Sync(16, 2000),
            new UpstreamSettings.Lookups(8, 500));

    @Test
    void hasDefaultsAndShowsThemInTheFile() throws IOException {
        assertThat(Defaults.ofRecord("parley.upstream", UpstreamSettings.class)).isEqualTo(DEFAULTS);
        assertThat(Defaults.ofFile("parley.upstream", UpstreamSettings.class)).isEqualTo(DEFAULTS);
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UpstreamSettings(
                        URI.create("localhost:8091"),
                        DEFAULTS.deadlines(),
                        DEFAULTS.answerSize(),
                        DEFAULTS.sync(),
                        DEFAULTS.lookups()))
                .withMessage("parley.upstream.persistence-url: localhost:8091 (expected: http://host:port)");
    }
}
