package dev.parley.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.kafka.common.Uuid;

/** The settings of a node: small, on the loopback address, quick to notice a death. */
final class KafkaSettings {

    /** Ours, read by {@link KafkaMain} when it formats an empty folder. */
    static final String CLUSTER_ID = "parley.cluster.id";

    private KafkaSettings() {}

    static void write(KafkaNode node, Path file) throws IOException {
        var lines = of(node).entrySet().stream().map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(file, lines);
    }

    static Map<String, String> of(KafkaNode node) {
        var settings = new TreeMap<String, String>();
        addPlace(settings, node);
        addReplication(settings, node.peers().size());
        addGroups(settings);
        addFailover(settings);
        addSizes(settings);
        return settings;
    }

    private static void addPlace(Map<String, String> settings, KafkaNode node) {
        var self = node.self();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(node.id()));
        var voters = node.peers().stream().map(peer -> peer.id() + "@127.0.0.1:" + peer.controllerPort())
                .collect(Collectors.joining(","));
        settings.put("controller.quorum.voters", voters);
        if (node.peers().size() > 1) {
            // All nodes must be formatted with one id, and each formats itself.
            var id = UUID.nameUUIDFromBytes(voters.getBytes(StandardCharsets.UTF_8));
            settings.put(CLUSTER_ID, new Uuid(id.getMostSignificantBits(), id.getLeastSignificantBits()).toString());
        }
        settings.put("listeners", "CLIENT://127.0.0.1:" + self.port() + ",CONTROLLER://127.0.0.1:"
                + self.controllerPort());
        settings.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "CLIENT");
        settings.put("log.dirs", node.folder().resolve("data").toString());
        settings.put("auto.create.topics.enable", "false");
    }

    private static void addReplication(Map<String, String> settings, int nodes) {
        var replicas = Integer.toString(Math.min(3, nodes));
        var inSync = nodes >= 3 ? "2" : "1";
        settings.put("default.replication.factor", replicas);
        settings.put("min.insync.replicas", inSync);
        settings.put("offsets.topic.replication.factor", replicas);
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", replicas);
        settings.put("transaction.state.log.min.isr", inSync);
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.replication.factor", replicas);
        settings.put("share.coordinator.state.topic.min.isr", inSync);
        settings.put("share.coordinator.state.topic.num.partitions", "4");
    }

    /** A dead consumer's partitions move within 6 s, whichever of the two group protocols it speaks. */
    private static void addGroups(Map<String, String> settings) {
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.min.session.timeout.ms", "1000");
        settings.put("group.consumer.min.session.timeout.ms", "1000");
        settings.put("group.consumer.session.timeout.ms", "6000");
        settings.put("group.consumer.min.heartbeat.interval.ms", "500");
        settings.put("group.consumer.heartbeat.interval.ms", "2000");
    }

    /** A broker killed and started again waits until its former self is given up. */
    private static void addFailover(Map<String, String> settings) {
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("controller.quorum.fetch.timeout.ms", "1000");
        settings.put("controller.quorum.election.timeout.ms", "500");
    }

    private static void addSizes(Map<String, String> settings) {
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "2");
        // By default the cleaner alone takes half of the heap.
        settings.put("log.cleaner.dedupe.buffer.size", "8388608");
        settings.put("log.segment.bytes", "134217728");
    }
}
