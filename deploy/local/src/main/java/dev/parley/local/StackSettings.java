package dev.parley.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a stack was started with; kept in its run folder for the commands that come later.
 *
 * @param limits     whether the services limit rates
 * @param properties given to all services; they win over the stack's own
 */
record StackSettings(int portBase, boolean limits, Map<String, String> properties) {

    private static final String FILE = "stack.properties";
    private static final String OF_SERVICES = "set.";

    StackSettings {
        properties = Map.copyOf(properties);
    }

    Addresses addresses() {
        return new Addresses(portBase);
    }

    /** Whether the index is in OpenSearch, by the same property that says so to the service. */
    boolean searchesOpenSearch() {
        return "opensearch".equals(properties.get("parley.search.engine"));
    }

    void save(Path runFolder) throws IOException {
        var kept = new Properties();
        kept.setProperty("portBase", Integer.toString(portBase));
        kept.setProperty("limits", Boolean.toString(limits));
        properties.forEach((key, value) -> kept.setProperty(OF_SERVICES + key, value));
        try (var writer = Files.newBufferedWriter(runFolder.resolve(FILE))) {
            kept.store(writer, null);
        }
    }

    /** Those of the last start; the defaults, if there was none. */
    static StackSettings load(Path runFolder) throws IOException {
        var kept = new Properties();
        if (Files.exists(runFolder.resolve(FILE))) {
            try (var reader = Files.newBufferedReader(runFolder.resolve(FILE))) {
                kept.load(reader);
            }
        }
        var properties = new TreeMap<String, String>();
        kept.forEach((key, value) -> {
            if (key.toString().startsWith(OF_SERVICES)) {
                properties.put(key.toString().substring(OF_SERVICES.length()), value.toString());
            }
        });
        return new StackSettings(Integer.parseInt(kept.getProperty("portBase", "0")),
                Boolean.parseBoolean(kept.getProperty("limits", "true")), properties);
    }
}
