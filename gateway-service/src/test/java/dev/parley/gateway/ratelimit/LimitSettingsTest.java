package dev.parley.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.gateway.protocol.LimitsInForce;
import dev.parley.gateway.testing.Defaults;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class LimitSettingsTest {

    private static final LimitSettings.Messages MESSAGES = new LimitSettings.Messages(
            10, 10, Duration.ofMillis(20), Duration.ofSeconds(1), 100_000);
    private static final LimitSettings DEFAULTS = new LimitSettings(
            true, 5_000, DataSize.ofKilobytes(64), MESSAGES, 50, 10);

    @Test
    void hasDefaultsAndShowsThemInTheFile() throws IOException {
        assertThat(Defaults.ofRecord("parley.limits", LimitSettings.class)).isEqualTo(DEFAULTS);
        assertThat(Defaults.ofFile("parley.limits", LimitSettings.class)).isEqualTo(DEFAULTS);
    }

    @Test
    void closesThoseWhoKeepOnByDefault() throws IOException {
        var defaults = new KeptOnSettings(100, Duration.ofSeconds(10), Duration.ofSeconds(10));
        assertThat(Defaults.ofRecord("parley.limits.kept-on", KeptOnSettings.class)).isEqualTo(defaults);
        assertThat(Defaults.ofFile("parley.limits.kept-on", KeptOnSettings.class)).isEqualTo(defaults);
    }

    @Test
    void limitsHandshakesByDefault() throws IOException {
        var defaults = new HandshakeSettings(600, 100_000);
        assertThat(Defaults.ofRecord("parley.limits.handshakes", HandshakeSettings.class)).isEqualTo(defaults);
        assertThat(Defaults.ofFile("parley.limits.handshakes", HandshakeSettings.class)).isEqualTo(defaults);
    }

    @Test
    void tellsClientsTheRatesOnlyWhereTheyHold() {
        assertThat(DEFAULTS.inForce())
                .isEqualTo(new LimitsInForce(5_000, 65_536, new LimitsInForce.Rates(10, 10, 50, 10)));
        var lifted = new LimitSettings(false, 5_000, DataSize.ofKilobytes(64), MESSAGES, 50, 10);
        assertThat(lifted.inForce()).isEqualTo(new LimitsInForce(5_000, 65_536, null));
    }

    @Test
    void refusesALimitThatLetsNothingThrough() {
        assertThatThrownBy(() -> new LimitSettings(true, 5_000, DataSize.ofKilobytes(64), MESSAGES, 0, 10))
                .hasMessage("parley.limits.frames-per-second: 0 (expected: 1 or more)");
    }
}
