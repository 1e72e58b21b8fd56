package dev.parley.gateway.testing;

import java.io.IOException;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Settings as they are when nobody sets anything. */
public final class Defaults {

    private Defaults() {}

    /** By the defaults of the record alone. */
    public static <T> T ofRecord(String prefix, Class<T> type) {
        return new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate(prefix, type);
    }

    /** By the application's file, which shows them to operators. */
    public static <T> T ofFile(String prefix, Class<T> type) throws IOException {
        var environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        return Binder.get(environment).bind(prefix, type).get();
    }
}
