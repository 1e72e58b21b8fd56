package dev.parley.kubernetes;

import dev.parley.access.TokenAccess;
import dev.parley.access.settings.KnownSettings;
import dev.parley.gateway.GatewayApplication;
import dev.parley.persistence.PersistenceApplication;
import dev.parley.search.SearchApplication;
import dev.parley.start.LogSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.UrlResource;

/** A service, as far as it says what it can be told. */
enum Program {

    GATEWAY(GatewayApplication.class),
    PERSISTENCE(PersistenceApplication.class),
    SEARCH(SearchApplication.class);

    private final Class<?> main;

    Program(Class<?> main) {
        this.main = main;
    }

    /** By the image that an overlay names, from whatever registry. */
    static Stream<Program> of(String image) {
        return Arrays.stream(values()).filter(each -> image.matches("(.*/)?parley/" + each.word() + "[:@].*"));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    KnownSettings known() {
        return with(KnownSettings::on);
    }

    /** As the service sees it: variables win over what it says itself. */
    ConfigurableEnvironment environment(Map<String, String> variables) {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.forEach(each -> sources.remove(each.getName()));
        sources.addLast(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.copyOf(variables)));
        sources.addLast(with(this::yaml));
        // Lets a name be found under every spelling.
        ConfigurationPropertySources.attach(environment);
        return environment;
    }

    private PropertySource<?> yaml(ClassLoader classes) throws IOException {
        return new YamlPropertySourceLoader().load(word(), new UrlResource(classes.getResource("application.yaml")))
                .getFirst();
    }

    /** Of files that lie where this service is, or where all have what they share, and in no other. */
    private <T> T with(Reading<T> reading) {
        try (var classes = new URLClassLoader(
                new URL[]{placeOf(main), placeOf(TokenAccess.class), placeOf(LogSettings.class)}, null)) {
            return reading.read(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(word(), e);
        }
    }

    private static URL placeOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    @FunctionalInterface
    private interface Reading<T> {

        T read(ClassLoader classes) throws IOException;
    }
}
