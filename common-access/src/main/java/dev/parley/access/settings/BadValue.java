package dev.parley.access.settings;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;

/**
 * A value that a setting can't have.
 *
 * @param sentence that names the setting, the value unless it may be a secret, and what is expected
 */
record BadValue(String sentence) {

    static BadValue of(BindException e) {
        return new BadValue(said(e).or(() -> unreadable(e)).orElseGet(() -> e.getName() + ": " + cause(e)));
    }

    /** What a record says of its values. */
    private static Optional<String> said(BindException e) {
        return Stream.iterate((Throwable) e, each -> each != null, Throwable::getCause)
                .filter(IllegalArgumentException.class::isInstance)
                .map(each -> String.valueOf(each.getMessage()))
                .filter(message -> message.startsWith("parley."))
                .findFirst();
    }

    private static Optional<String> unreadable(BindException e) {
        return Optional.ofNullable(e.getProperty()).map(property -> {
            var type = e.getTarget().getType().resolve(Object.class);
            var kind = Kind.of(type);
            return property.getName() + ": " + (kind.mayBeShown() ? property.getValue() : "not readable")
                    + " (expected: " + kind.expectation(type) + ")" + origin(property);
        });
    }

    private static String origin(ConfigurationProperty property) {
        return property.getOrigin() == null ? "" : ", from " + property.getOrigin();
    }

    private static Throwable cause(Throwable e) {
        return e.getCause() == null ? e : cause(e.getCause());
    }
}
