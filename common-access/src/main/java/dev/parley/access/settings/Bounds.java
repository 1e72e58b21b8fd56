package dev.parley.access.settings;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.unit.DataSize;

/** Whether each value is in its {@link Range}. What values mean to each other, the records know. */
final class Bounds {

    private Bounds() {}

    static List<String> mistakes(String prefix, Record settings) {
        return Stream.of(settings.getClass().getRecordComponents())
                .flatMap(each -> mistakes(SettingsRecord.name(prefix, each), each, valueOf(each, settings)))
                .toList();
    }

    private static Stream<String> mistakes(String name, RecordComponent component, @Nullable Object value) {
        return switch (value) {
            case Record part -> mistakes(name, part).stream();
            case Duration time -> mistake(name, component, time.toMillis());
            case DataSize size -> mistake(name, component, size.toBytes());
            case Integer number -> mistake(name, component, number);
            case Long number -> mistake(name, component, number);
            case null, default -> Stream.empty();
        };
    }

    private static Stream<String> mistake(String name, RecordComponent component, long value) {
        var allowed = Allowed.of(component);
        return allowed.takes(value)
                ? Stream.empty()
                : Stream.of(name + ": " + allowed.shown(value) + " (expected: " + allowed.words() + ")");
    }

    private static @Nullable Object valueOf(RecordComponent component, Record settings) {
        var accessor = component.getAccessor();
        ReflectionUtils.makeAccessible(accessor);
        return ReflectionUtils.invokeMethod(accessor, settings);
    }
}
