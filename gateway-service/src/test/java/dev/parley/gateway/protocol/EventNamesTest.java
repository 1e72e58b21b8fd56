package dev.parley.gateway.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EventNamesTest {

    @Test
    void findsClientEventsByTheirNamesOnTheWire() {
        for (var name : ClientEventName.values()) {
            assertThat(ClientEventName.of(name.wireName())).isEqualTo(name);
        }
        assertThat(ClientEventName.of("MESSAGE_SEND")).isNull();
    }

    @Test
    void namesServerEventsAsNounAndVerb() {
        assertThat(Arrays.stream(ServerEventName.values()).map(ServerEventName::wireName))
                .allMatch(name -> name.matches("[a-z]+:[a-z_]+"))
                .doesNotHaveDuplicates();
    }
}
