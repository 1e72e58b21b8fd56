package dev.parley.gateway.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.contracts.RedisKeys;
import dev.parley.gateway.testing.Defaults;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MailboxSettingsTest {

    private static final MailboxSettings DEFAULTS = new MailboxSettings(
            RedisKeys.LEASE,
            RedisKeys.LEASE_REFRESH,
            new MailboxSettings.Reading(128, Duration.ofSeconds(2)),
            new MailboxSettings.Redis(Duration.ofSeconds(2), Duration.ofMillis(200), Duration.ofSeconds(2)));

    @Test
    void hasDefaultsAndShowsThemInTheFile() throws IOException {
        assertThat(Defaults.ofRecord("parley.mailbox", MailboxSettings.class)).isEqualTo(DEFAULTS);
        assertThat(Defaults.ofFile("parley.mailbox", MailboxSettings.class)).isEqualTo(DEFAULTS);
    }

    @Test
    void leavesRoomForARefreshThatFails() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MailboxSettings(
                Duration.ofSeconds(30), Duration.ofSeconds(20), DEFAULTS.reading(), DEFAULTS.redis()));
    }
}
