package dev.parley.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaNodeIT {

    @TempDir
    Path folder;

    @Test
    void keepsRecordsThroughAKill() throws Exception {
        try (var kafka = RunningEngine.start(KafkaNode.in(folder))) {
            var servers = kafka.engine().bootstrapServers();
            Topics.create(servers, List.of(new Topic("facts", 3, Map.of("cleanup.policy", "compact"))));
            Records.send(servers, "facts", "before");

            kafka.kill();
            assertThat(kafka.process().isAlive()).isFalse();
            kafka.restart();

            Records.send(servers, "facts", "after");
            assertThat(Records.read(servers, "facts", 2)).containsExactly("before", "after");
        }
    }

    @Test
    void createsATopicOnceOnly() throws Exception {
        try (var kafka = RunningEngine.start(KafkaNode.in(folder))) {
            var servers = kafka.engine().bootstrapServers();
            Topics.create(servers, List.of(new Topic("facts", 3)));
            Topics.create(servers, List.of(new Topic("facts", 3), new Topic("receipts", 2)));

            Records.send(servers, "receipts", "one");
            assertThat(Records.read(servers, "receipts", 1)).containsExactly("one");
        }
    }

    @Test
    void leavesNothingBehindWhenStopped() throws Exception {
        var kafka = RunningEngine.start(KafkaNode.in(folder));
        var port = kafka.engine().port();
        kafka.close();

        assertThat(kafka.process().isAlive()).isFalse();
        assertThat(FreePort.isFree(port)).isTrue();
    }
}
