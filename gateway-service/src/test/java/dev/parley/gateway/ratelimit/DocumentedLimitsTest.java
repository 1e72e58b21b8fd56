package dev.parley.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contractcheck.SocketContract;
import dev.parley.gateway.testing.Defaults;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DocumentedLimitsTest {

    @Test
    void documentsTheDefaultLimits() {
        var limits = Defaults.ofRecord("parley.limits", LimitSettings.class).inForce();
        var rates = Objects.requireNonNull(limits.rates());
        assertThat(SocketContract.ofRepository().defaultLimits())
                .isEqualTo(Map.of(
                        "contentCodePoints", (long) limits.contentCodePoints(),
                        "frameBytes", (long) limits.frameBytes(),
                        "messagesPerMinute", (long) rates.messagesPerMinute(),
                        "messageBurst", (long) rates.messageBurst(),
                        "framesPerSecond", (long) rates.framesPerSecond(),
                        "sessionsPerUser", (long) rates.sessionsPerUser()));
    }
}
