package dev.parley.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.parley.engines.KafkaNode.Peer;

class KafkaSettingsTest {

    private static final Path FOLDER = Path.of("/somewhere");

    @Test
    void keepASingleNodeOnTheLoopbackAddress() {
        var settings = KafkaSettings.of(KafkaNode.single(FOLDER, 1111, 2222, List.of()));

        assertThat(settings).containsEntry("listeners", "CLIENT://127.0.0.1:1111,CONTROLLER://127.0.0.1:2222")
                .containsEntry("auto.create.topics.enable", "false")
                .containsEntry("offsets.topic.replication.factor", "1").doesNotContainKey(KafkaSettings.CLUSTER_ID);
    }

    @Test
    void agreeOnOneIdAndOnReplicasInACluster() {
        var peers = List.of(new Peer(1, 11, 12), new Peer(2, 21, 22), new Peer(3, 31, 32));
        var first = KafkaSettings.of(new KafkaNode(FOLDER, 1, peers, List.of()));
        var second = KafkaSettings.of(new KafkaNode(FOLDER, 2, peers, List.of()));

        assertThat(first).containsEntry("default.replication.factor", "3").containsEntry("min.insync.replicas", "2")
                .containsEntry("controller.quorum.voters", "1@127.0.0.1:12,2@127.0.0.1:22,3@127.0.0.1:32");
        assertThat(first.get(KafkaSettings.CLUSTER_ID)).isNotNull().isEqualTo(second.get(KafkaSettings.CLUSTER_ID));
    }

    @Test
    void refuseANodeThatIsNotAmongItsPeers() {
        assertThatThrownBy(() -> new KafkaNode(FOLDER, 2, List.of(new Peer(1, 11, 12)), List.of()))
                .hasMessageContaining("node 2: not among");
    }
}
