package dev.parley.search.query;

import dev.parley.access.rest.ChatException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The JSON object that a call came with. Each field is null where it is absent; another type is an error that names it. */
final class Body {

    private final JsonNode json;

    /** @throws ChatException if it is no object */
    Body(JsonNode json) {
        if (!json.isObject()) {
            throw ChatException.invalid("body: " + type(json) + " (expected: an object)");
        }
        this.json = json;
    }

    @Nullable
    String text(String field) {
        var value = json.path(field);
        if (isAbsent(value)) {
            return null;
        }
        if (!value.isString()) {
            throw illTyped(field, value, "a string");
        }
        return value.stringValue();
    }

    @Nullable
    Integer integer(String field) {
        var value = json.path(field);
        if (isAbsent(value)) {
            return null;
        }
        // JSON has one kind of number: 20.0 is an integer as well.
        if (!value.isNumber() || !value.canConvertToExactIntegral()) {
            throw illTyped(field, value, "an integer");
        }
        if (!value.canConvertToInt()) {
            throw ChatException.invalid(field, field + ": an integer of more than 32 bits (expected: a smaller one)");
        }
        return value.intValue();
    }

    /** On the clock of messages: the first millisecond at or after what was given. */
    @Nullable
    Instant time(String field) {
        var text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return Times.onTheClock(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw ChatException.invalid(field, field + ": not a time (expected: such as 2026-11-01T00:00:00Z)");
        }
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static ChatException illTyped(String field, JsonNode value, String expected) {
        return ChatException.invalid(field, field + ": " + type(value) + " (expected: " + expected + ")");
    }

    private static String type(JsonNode value) {
        return value.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
