package dev.parley.access.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** What values look like. */
public enum Kind {

    NUMBER("number", "a whole number of at most 2147483647", int.class),
    LONG_NUMBER("number", "a whole number", long.class),
    FRACTION("fraction", "a number such as 0.5", double.class),
    SWITCH("true or false", "true or false", boolean.class),
    DURATION("duration", "a duration, such as 500ms, 30s, 5m or 1d", Duration.class),
    SIZE("size", "a size, such as 512KB or 1MB", DataSize.class),
    LIST("list", "a list, separated by commas", List.class),
    CHOICE("choice", "one of", Enum.class),
    ADDRESS("URL", "a URL, such as http://host:port", URI.class),
    TEXT("text", "a text", String.class),
    OTHER("value", "another value", Object.class);

    private final String word;
    private final String expectation;
    private final Class<?> type;

    Kind(String word, String expectation, Class<?> type) {
        this.word = word;
        this.expectation = expectation;
        this.type = type;
    }

    public static Kind of(Class<?> type) {
        var boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        return Arrays.stream(values())
                .filter(kind -> ClassUtils.resolvePrimitiveIfNecessary(kind.type).isAssignableFrom(boxed))
                .findFirst()
                .orElse(OTHER);
    }

    public String word() {
        return word;
    }

    String expectation(Class<?> type) {
        return this == CHOICE ? expectation + " " + choices(type) : expectation;
    }

    /** Of texts and addresses nothing is shown: a secret or a password may be in them. */
    boolean mayBeShown() {
        return switch (this) {
            case NUMBER, LONG_NUMBER, FRACTION, SWITCH, DURATION, SIZE, CHOICE -> true;
            case LIST, ADDRESS, TEXT, OTHER -> false;
        };
    }

    /** Of an enum, as operators write them. */
    public static String choices(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(each -> ((Enum<?>) each).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }
}
