package dev.parley.access.settings;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/**
 * The values that a setting may have.
 *
 * @param unit of its numbers; empty if they only count
 */
public record Allowed(long from, long to, String unit) {

    private static final String BYTES = " B";

    public static Allowed of(RecordComponent component) {
        var range = component.getAnnotation(Range.class);
        var unit = unit(component.getType());
        return range == null ? new Allowed(1, Long.MAX_VALUE, unit) : new Allowed(range.from(), range.to(), unit);
    }

    private static String unit(Class<?> type) {
        if (type == Duration.class) {
            return " ms";
        }
        return type == DataSize.class ? BYTES : "";
    }

    boolean takes(long value) {
        return from <= value && value <= to;
    }

    String shown(long value) {
        return value + unit;
    }

    public String words() {
        if (to == Integer.MAX_VALUE && unit.equals(BYTES)) {
            return "more than 0 and less than 2 GB";
        }
        if (to < Long.MAX_VALUE) {
            return shown(from) + " to " + shown(to);
        }
        return from == 1 && !unit.isEmpty() ? "more than 0" : from == 0 ? "0 or more" : shown(from) + " or more";
    }
}
