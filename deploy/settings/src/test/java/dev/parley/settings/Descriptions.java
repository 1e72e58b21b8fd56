package dev.parley.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.json.JsonParserFactory;

/** What the authors of settings say of them: their Javadoc, as the compiler has kept it. */
record Descriptions(Map<String, String> byName) {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    static Descriptions in(List<URI> places) {
        var byName = new HashMap<String, String>();
        places.forEach(place -> {
            try (var classes = new URLClassLoader(new URL[]{place.toURL()}, null)) {
                take(classes, byName);
            } catch (IOException e) {
                throw new UncheckedIOException(place.toString(), e);
            }
        });
        return new Descriptions(Map.copyOf(byName));
    }

    /** Those of Spring Boot and of all others that are there. */
    static Descriptions everywhere() {
        var byName = new HashMap<String, String>();
        try {
            take(Descriptions.class.getClassLoader(), byName);
        } catch (IOException e) {
            throw new UncheckedIOException(METADATA, e);
        }
        return new Descriptions(Map.copyOf(byName));
    }

    private static void take(ClassLoader classes, Map<String, String> byName) throws IOException {
        for (var file : classes.resources(METADATA).toList()) {
            try (var in = file.openStream()) {
                var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                var metadata = JsonParserFactory.getJsonParser().parseMap(text);
                for (var each : (List<?>) metadata.getOrDefault("properties", List.of())) {
                    var property = (Map<?, ?>) each;
                    var description = property.get("description");
                    byName.put(String.valueOf(property.get("name")), description == null ? "" : description.toString());
                }
            }
        }
    }

    boolean knows(String name) {
        return byName.containsKey(name);
    }

    /** In Markdown. */
    String of(String name) {
        return byName.getOrDefault(name, "").replaceAll("\\{@code ([^}]*)}", "`$1`").replace("|", "\\|");
    }
}
