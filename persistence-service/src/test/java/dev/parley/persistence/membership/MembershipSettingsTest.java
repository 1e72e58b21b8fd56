package dev.parley.persistence.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MembershipSettingsTest {

    @Test
    void defaultsAreWhatTheDocsSay() {
        assertThat(new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("parley.membership", MembershipSettings.class))
                .isEqualTo(new MembershipSettings(100, 500, 200));
    }
}
