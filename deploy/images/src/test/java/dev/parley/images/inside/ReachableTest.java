package dev.parley.images.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ReachableTest {

    @Test
    void findsAddressesInSettings() {
        assertThat(Reachable.addresses("kafka-1:9092,kafka-2.kafka:9093").toString())
                .contains("kafka-1", "9092", "kafka-2.kafka", "9093");
        assertThat(Reachable.addresses("jdbc:postgresql://postgres:5432/parley").toString())
                .contains("postgres", "5432");
        assertThat(Reachable.addresses("http://opensearch:9200")).hasSize(1);
    }

    @Test
    void refusesASettingWithoutAnAddress() {
        assertThatThrownBy(() -> Reachable.addresses("$(SPRING_DATASOURCE_URL)"))
                .hasMessage("$(SPRING_DATASOURCE_URL) (expected: a text with HOST:PORT)");
    }

    @Test
    void isContentWithOneThatAnswers() throws IOException {
        var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        closed.close();
        try (var open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var gone = "127.0.0.1:" + closed.getLocalPort();
            assertThat(Reachable.whyNot(Reachable.addresses(gone))).isPresent();
            assertThat(Reachable.whyNot(Reachable.addresses(gone + ",127.0.0.1:" + open.getLocalPort()))).isEmpty();
        }
    }
}
