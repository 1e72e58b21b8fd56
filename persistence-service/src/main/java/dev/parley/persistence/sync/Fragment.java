package dev.parley.persistence.sync;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** A part of an answer, written once: to be measured, and then to be sent as it is. */
record Fragment(RawValue json, int bytes) {

    static Fragment of(JsonMapper json, Object value) {
        var bytes = json.writeValueAsBytes(value);
        return new Fragment(new RawValue(new String(bytes, StandardCharsets.UTF_8)), bytes.length);
    }
}
