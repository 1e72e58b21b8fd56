package dev.parley.access.settings;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * A type that settings are bound to.
 *
 * @param prefix of their names
 * @param type its name
 */
public record SettingsRecord(String prefix, String type) {

    /** What is wrong with what it would be made of: of what can't be made, the first mistake. */
    List<String> mistakes(Binder binder, ClassLoader classes) {
        try {
            var bound = binder.bindOrCreate(prefix, Bindable.of(ClassUtils.resolveClassName(type, classes)));
            return bound instanceof Record settings ? Bounds.mistakes(prefix, settings) : List.of();
        } catch (BindException e) {
            return List.of(BadValue.of(e).sentence());
        }
    }

    /** Of one of its components. */
    public static String name(String prefix, RecordComponent component) {
        var field = ReflectionUtils.findField(component.getDeclaringRecord(), component.getName());
        var other = field == null ? null : field.getAnnotation(Name.class);
        return prefix + "."
                + (other == null ? DataObjectPropertyName.toDashedForm(component.getName()) : other.value());
    }
}
