package dev.parley.settings;

import dev.parley.access.TokenAccess;
import dev.parley.access.settings.KnownSettings;
import dev.parley.access.settings.SettingsRecord;
import dev.parley.gateway.GatewayApplication;
import dev.parley.persistence.PersistenceApplication;
import dev.parley.search.SearchApplication;
import dev.parley.start.LogSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.UrlResource;

/** Where a service keeps what it can be told. */
enum Service {

    GATEWAY("gateway-service", GatewayApplication.class),
    PERSISTENCE("persistence-service", PersistenceApplication.class),
    SEARCH("search-service", SearchApplication.class);

    private static final List<URI> SHARED = Stream.of(TokenAccess.class, LogSettings.class).map(Service::placeOf)
            .toList();

    private final String title;
    private final URI place;

    Service(String title, Class<?> main) {
        this.title = title;
        this.place = placeOf(main);
    }

    String title() {
        return title;
    }

    private static URI placeOf(Class<?> type) {
        try {
            return type.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(type + ": its place has no URI", e);
        }
    }

    /** Its own, by their names. */
    List<SettingsRecord> records() {
        return recordsIn(place);
    }

    /** Those of all services. */
    static List<SettingsRecord> shared() {
        return SHARED.stream().flatMap(shared -> recordsIn(shared).stream()).toList();
    }

    List<SettingsRecord> allRecords() {
        return Stream.concat(shared().stream(), records().stream()).toList();
    }

    /** The names of all of its settings, as the compiler has found them. */
    List<String> known() {
        return places().stream()
                .flatMap(each -> from(each, classes -> KnownSettings.on(classes).settings()).stream())
                .map(setting -> setting.name().toString())
                .toList();
    }

    private static List<SettingsRecord> recordsIn(URI place) {
        return from(place, classes -> KnownSettings.on(classes).records());
    }

    /** What it says itself, unless somebody else does. */
    EnumerablePropertySource<?> yaml() {
        return from(place, classes -> (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                .load(title, new UrlResource(classes.getResource("application.yaml")))
                .getFirst());
    }

    Descriptions descriptions() {
        return Descriptions.in(places());
    }

    private List<URI> places() {
        return Stream.concat(SHARED.stream(), Stream.of(place)).toList();
    }

    private static <T> T from(URI place, Reading<T> reading) {
        try (var classes = new URLClassLoader(new URL[]{place.toURL()}, null)) {
            return reading.read(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(place.toString(), e);
        }
    }

    /** Of files that lie in one place, and in no other. */
    @FunctionalInterface
    private interface Reading<T> {

        T read(ClassLoader classes) throws IOException;
    }
}
