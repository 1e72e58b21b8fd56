package dev.parley.gateway.headcount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.testing.Defaults;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeadcountSettingsTest {

    @Test
    void hasDefaultsAndShowsThemInTheFile() throws IOException {
        var defaults = new HeadcountSettings(Duration.ofDays(1), 100_000);
        assertThat(Defaults.ofRecord("parley.headcount", HeadcountSettings.class)).isEqualTo(defaults);
        assertThat(Defaults.ofFile("parley.headcount", HeadcountSettings.class)).isEqualTo(defaults);
    }
}
