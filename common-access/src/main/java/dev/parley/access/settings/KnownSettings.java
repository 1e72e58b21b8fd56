package dev.parley.access.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The settings of this service.
 *
 * @param settings each by its name
 * @param records the types that they are bound to
 */
public record KnownSettings(List<Setting> settings, List<SettingsRecord> records) {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final String OURS = "\"parley";

    public KnownSettings {
        settings = List.copyOf(settings);
        records = List.copyOf(records);
    }

    /** As the build has written them down, in each module that has any. */
    public static KnownSettings on(ClassLoader classes) {
        var settings = new ArrayList<Setting>();
        var records = new ArrayList<SettingsRecord>();
        try {
            for (var file : classes.resources(METADATA).toList()) {
                var text = read(file);
                // Libraries bring a megabyte of theirs, which is not worth being parsed at each start.
                if (text.contains(OURS)) {
                    take(JsonParserFactory.getJsonParser().parseMap(text), settings, records);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(METADATA + ": not readable", e);
        }
        return new KnownSettings(settings, records);
    }

    /**
     * All that is wrong with what the service is told, each in a sentence.
     *
     * @param classes has the types of the records
     */
    public List<String> mistakes(ConfigurableEnvironment environment, ClassLoader classes) {
        var mistakes = new ArrayList<>(new UnknownSettings(settings).in(environment.getPropertySources()));
        var binder = Binder.get(environment);
        records.forEach(each -> mistakes.addAll(each.mistakes(binder, classes)));
        return mistakes;
    }

    private static String read(URL file) throws IOException {
        try (var in = file.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void take(Map<String, Object> metadata, List<Setting> settings, List<SettingsRecord> records) {
        for (var property : entries(metadata, "properties")) {
            settings.add(new Setting(text(property, "name"), text(property, "type")));
        }
        for (var group : entries(metadata, "groups")) {
            // Those of another source are parts of a record that stands in the list itself.
            if (text(group, "type").equals(text(group, "sourceType"))) {
                records.add(new SettingsRecord(text(group, "name"), text(group, "type")));
            }
        }
    }

    private static List<Map<?, ?>> entries(Map<String, Object> metadata, String kind) {
        return metadata.getOrDefault(kind, List.of()) instanceof List<?> all
                ? all.stream()
                        .<Map<?, ?>>map(Map.class::cast)
                        .filter(each -> text(each, "name").matches("parley(\\..*)?"))
                        .toList()
                : List.of();
    }

    private static String text(Map<?, ?> entry, String key) {
        return entry.get(key) instanceof String text ? text : "";
    }
}
