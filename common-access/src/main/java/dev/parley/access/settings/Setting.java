package dev.parley.access.settings;

import java.util.Locale;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * A property that a service knows.
 *
 * @param name as in {@code application.yaml}
 * @param type of its value, as the compiler calls it
 */
public record Setting(ConfigurationPropertyName name, String type) {

    public Setting(String name, String type) {
        this(ConfigurationPropertyName.of(name), type);
    }

    /** As operators know it: one underscore for each dot and each dash. */
    public String variable() {
        return name.toString().replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** As Spring Boot writes it: without the dashes. */
    public String shortVariable() {
        return name.toString().replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    boolean isMap() {
        return type.startsWith("java.util.Map");
    }
}
