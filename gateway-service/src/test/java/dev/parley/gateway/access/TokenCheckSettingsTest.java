package dev.parley.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.access.JwtSettings;
import dev.parley.gateway.testing.Defaults;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TokenCheckSettingsTest {

    @Test
    void hasDefaultsAndShowsThemInTheFile() throws IOException {
        assertThat(Defaults.ofRecord("parley.jwt", TokenCheckSettings.class)).isEqualTo(new TokenCheckSettings(1000));
        assertThat(Defaults.ofFile("parley.jwt", TokenCheckSettings.class)).isEqualTo(new TokenCheckSettings(1000));
        assertThat(Defaults.ofFile("parley.jwt", JwtSettings.class))
                .isEqualTo(Defaults.ofRecord("parley.jwt", JwtSettings.class));
    }
}
