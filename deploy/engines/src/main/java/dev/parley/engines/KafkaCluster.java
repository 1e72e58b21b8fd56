package dev.parley.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Several Kafka nodes as children of this JVM: replication 3, two of which must be in sync. */
public final class KafkaCluster implements AutoCloseable {

    private final List<RunningEngine<KafkaNode>> nodes;

    private KafkaCluster(List<RunningEngine<KafkaNode>> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    /** Returns once every node serves. */
    public static KafkaCluster start(Path folder, int size) throws IOException, InterruptedException {
        var peers = IntStream.rangeClosed(1, size)
                .mapToObj(id -> new KafkaNode.Peer(id, FreePort.next(), FreePort.next())).toList();
        var nodes = new ArrayList<RunningEngine<KafkaNode>>();
        try {
            for (var peer : peers) {
                var node = new KafkaNode(folder.resolve("kafka-" + peer.id()), peer.id(), peers, KafkaNode.FOR_TESTS);
                nodes.add(RunningEngine.launch(node));
            }
            for (var node : nodes) {
                node.awaitReady();
            }
            return new KafkaCluster(nodes);
        } catch (IOException | InterruptedException failed) {
            for (var node : nodes) {
                node.kill();
            }
            throw failed;
        }
    }

    public String bootstrapServers() {
        return nodes.stream().map(node -> node.engine().bootstrapServers()).collect(Collectors.joining(","));
    }

    /** The node with this id, counted from 1. */
    public RunningEngine<KafkaNode> node(int id) {
        return nodes.get(id - 1);
    }

    public int size() {
        return nodes.size();
    }

    /** Ends all nodes the hard way: asked to stop, the last ones would wait for the quorum that has just gone. */
    @Override
    public void close() throws IOException {
        try {
            for (var node : nodes) {
                node.kill();
            }
        } catch (InterruptedException e) {
            nodes.forEach(node -> ProcessHandle.of(node.process().pid()).ifPresent(ProcessHandle::destroyForcibly));
            Thread.currentThread().interrupt();
        }
    }
}
