package dev.parley.gateway.testing;

import dev.parley.engines.Topic;
import dev.parley.engines.testing.Engines;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Gateways on the engines that all tests share. */
public final class SharedEngines {

    public static final int PARTITIONS = 4;

    private SharedEngines() {}

    public static String kafka() {
        try {
            Engines.kafka().createTopics(List.of(
                    new Topic("chat.commands", PARTITIONS), new Topic("chat.events", PARTITIONS)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return Engines.kafka().bootstrapServers();
    }

    /** Beside an empty Redis. */
    public static RunningGateway gateway(Map<String, String> settings) {
        return RunningGateway.start(kafka(), Engines.redis().url(), settings);
    }
}
