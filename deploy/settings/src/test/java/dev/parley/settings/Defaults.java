package dev.parley.settings;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.env.EnumerablePropertySource;

/** What an {@code application.yaml} says, in its own words. */
final class Defaults {

    private Defaults() {}

    static Optional<String> in(EnumerablePropertySource<?> yaml, String name) {
        return Optional.ofNullable(yaml.getProperty(name)).map(Object::toString).or(() -> items(yaml, name));
    }

    private static Optional<String> items(EnumerablePropertySource<?> yaml, String name) {
        var items = Stream.iterate(0, i -> yaml.containsProperty(name + "[" + i + "]"), i -> i + 1)
                .map(i -> String.valueOf(yaml.getProperty(name + "[" + i + "]")))
                .collect(Collectors.joining(", "));
        return items.isEmpty() ? Optional.empty() : Optional.of(items);
    }
}
