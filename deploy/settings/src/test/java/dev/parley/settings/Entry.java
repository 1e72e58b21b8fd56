package dev.parley.settings;

import dev.parley.access.settings.Allowed;
import dev.parley.access.settings.Kind;
import dev.parley.access.settings.SettingsRecord;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.ResolvableType;

/** One value that can be set. */
record Entry(String name, RecordComponent component) {

    static Stream<Entry> of(SettingsRecord settings) {
        return of(settings.prefix(), typeOf(settings));
    }

    private static Class<?> typeOf(SettingsRecord settings) {
        try {
            return Class.forName(settings.type());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(settings.type() + ": not on the class path", e);
        }
    }

    private static Stream<Entry> of(String prefix, Class<?> type) {
        return Stream.of(type.getRecordComponents()).flatMap(component -> {
            var name = SettingsRecord.name(prefix, component);
            return component.getType().isRecord()
                    ? of(name, component.getType())
                    : Stream.of(new Entry(name, component));
        });
    }

    Class<?> type() {
        return component.getType();
    }

    Kind kind() {
        return Kind.of(type());
    }

    Allowed allowed() {
        return Allowed.of(component);
    }

    /** What it is, as a text, where its record is made of what the binder knows: the default, if that is nothing. */
    String boundBy(Binder binder, SettingsRecord settings) {
        return valueIn(settings.prefix(), binder.bindOrCreate(settings.prefix(), Bindable.of(typeOf(settings))));
    }

    private String valueIn(String prefix, Object settings) {
        for (var each : settings.getClass().getRecordComponents()) {
            var inner = SettingsRecord.name(prefix, each);
            if (inner.equals(name)) {
                return String.valueOf(read(each, settings));
            }
            if (each.getType().isRecord() && name.startsWith(inner + ".")) {
                return valueIn(inner, read(each, settings));
            }
        }
        throw new IllegalStateException(name + ": not in " + settings.getClass());
    }

    private static Object read(RecordComponent component, Object settings) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }

    /** What it would be, as a text, for what somebody has written. */
    String meantBy(String written) {
        var binder = new Binder(new MapConfigurationPropertySource(Map.of(name, written)));
        Object value = binder.bind(name, Bindable.of(ResolvableType.forType(component.getGenericType()))).get();
        return value.toString();
    }
}
