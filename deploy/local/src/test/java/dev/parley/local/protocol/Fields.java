package dev.parley.local.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects in one line. */
final class Fields {

    private Fields() {}

    /** @param namesAndValues in turn */
    static Map<String, Object> of(Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
