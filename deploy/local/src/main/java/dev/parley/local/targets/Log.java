package dev.parley.local.targets;

import java.util.Map;
import java.util.Properties;

/**
 * The Kafka cluster.
 *
 * @param client what a client needs besides, such as its way to authenticate
 */
public record Log(String servers, Map<String, String> client) {

    public Log {
        client = Map.copyOf(client);
    }

    /** For any client; those of the caller are added to them. */
    public Properties properties() {
        var properties = new Properties();
        properties.putAll(client);
        properties.setProperty("bootstrap.servers", servers);
        return properties;
    }

    /** The client's properties may hold passwords. */
    @Override
    public String toString() {
        return servers;
    }
}
