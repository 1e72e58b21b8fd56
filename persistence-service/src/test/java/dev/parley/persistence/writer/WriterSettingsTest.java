package dev.parley.persistence.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.persistence.GroupSettings;
import dev.parley.persistence.delivery.DeliverySettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WriterSettingsTest {

    @Test
    void defaultsAreWhatTheDocsSay() {
        assertThat(bind("parley.writer", WriterSettings.class)).isEqualTo(new WriterSettings(
                1, "parley-writer", 16, Duration.ofMillis(10), Duration.ofMillis(500), Duration.ofSeconds(3),
                Duration.ofSeconds(2), 65_536, Duration.ofSeconds(1), Duration.ofSeconds(60)));
        assertThat(bind("parley.delivery", DeliverySettings.class))
                .isEqualTo(new DeliverySettings(
                        Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(1),
                        10_000,
                        4096));
    }

    @Test
    void groupsHaveRoomForAsManyAsTheDocsSay() {
        assertThat(bind("parley.groups", GroupSettings.class)).isEqualTo(new GroupSettings(500));
        assertThatIllegalArgumentException().isThrownBy(() -> new GroupSettings(1_001))
                .withMessage("parley.groups.max-members: 1001 (expected: 2 to 1000)");
    }

    private static <T> T bind(String prefix, Class<T> type) {
        return new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate(prefix, type);
    }
}
