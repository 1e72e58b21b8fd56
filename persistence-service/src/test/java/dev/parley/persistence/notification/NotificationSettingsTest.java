package dev.parley.persistence.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class NotificationSettingsTest {

    @Test
    void defaultsAreWhatTheDocsSay() {
        var settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("parley.notifications", NotificationSettings.class);
        assertThat(settings).isEqualTo(new NotificationSettings(
                true, "parley-notifications", Duration.ofSeconds(10), Duration.ofHours(1), 50_000, 1000,
                Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofSeconds(5)));
    }
}
