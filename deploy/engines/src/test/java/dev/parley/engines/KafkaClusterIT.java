package dev.parley.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaClusterIT {

    @TempDir
    Path folder;

    @Test
    void goesOnWithoutOneOfThreeNodesAndTakesItBack() throws Exception {
        try (var cluster = KafkaCluster.start(folder, 3)) {
            Topics.create(cluster.bootstrapServers(), List.of(new Topic("facts", 1)));
            Records.send(cluster.bootstrapServers(), "facts", "with three");

            cluster.node(2).kill();
            Records.send(cluster.bootstrapServers(), "facts", "with two");

            cluster.node(2).restart();
            cluster.node(1).kill();
            Records.send(cluster.bootstrapServers(), "facts", "with another two");

            assertThat(Records.read(cluster.bootstrapServers(), "facts", 3)).containsExactly("with three", "with two",
                    "with another two");
        }
    }
}
