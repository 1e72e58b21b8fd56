package dev.parley.gateway.protocol;

import dev.parley.contracts.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The data of a request as it was read: named values whose types nobody has checked yet. */
public record Fields(Map<String, Value> values) {

    public static final Fields NONE = new Fields(Map.of());

    /** A value of a field. A JSON null counts as a field that is not there. */
    public sealed interface Value {

        record Text(String value) implements Value {

            /** Says nothing, since a message may be in it. */
            @Override
            public String toString() {
                return "Text[" + value.length() + " chars]";
            }
        }

        record Whole(String digits) implements Value {}

        /** An array of nothing but strings. */
        record Texts(List<String> values) implements Value {

            public Texts {
                values = List.copyOf(values);
            }
        }

        /** @param kind what it is, for the error message */
        record Other(String kind) implements Value {}
    }

    @Nullable
    String optionalText(String name) throws RefusedRequest {
        return switch (values.get(name)) {
            case null -> null;
            case Value.Text text -> text.value();
            case Value.Whole _ -> throw illTyped(name, "a number", "a string");
            case Value.Texts _ -> throw illTyped(name, "an array", "a string");
            case Value.Other other -> throw illTyped(name, other.kind(), "a string");
        };
    }

    String text(String name) throws RefusedRequest {
        var text = optionalText(name);
        if (text == null) {
            throw missing(name, "a string");
        }
        return text;
    }

    /** A text that has to parse. */
    <T> @Nullable T optional(String name, ErrorCode code, Function<String, T> parser) throws RefusedRequest {
        var text = optionalText(name);
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedRequest(Refusal.of(code, name, name + ": " + expectation(name, e)));
        }
    }

    /** A text that has to be there, and to parse. */
    <T> T required(String name, Function<String, T> parser) throws RefusedRequest {
        var value = optional(name, ErrorCode.CHAT_INVALID_REQUEST, parser);
        if (value == null) {
            throw missing(name, "a " + name);
        }
        return value;
    }

    /** Texts that have to be there, though there may be none, and to parse. */
    <T> Set<T> some(String name, int most, Function<String, T> parser) throws RefusedRequest {
        var expected = "an array of at most " + most + " strings";
        var value = values.get(name);
        if (value == null) {
            throw missing(name, expected);
        }
        if (!(value instanceof Value.Texts(var texts))) {
            throw illTyped(name, kind(value), expected);
        }
        if (texts.size() > most) {
            throw illTyped(name, texts.size() + " strings", expected);
        }
        try {
            return texts.stream().map(parser).collect(Collectors.toUnmodifiableSet());
        } catch (IllegalArgumentException e) {
            throw new RefusedRequest(
                    Refusal.of(ErrorCode.CHAT_INVALID_REQUEST, name, name + ": " + expectation(name, e)));
        }
    }

    private static String kind(Value value) {
        return switch (value) {
            case Value.Text _ -> "a string";
            case Value.Whole _ -> "a number";
            case Value.Texts _ -> "an array";
            case Value.Other other -> other.kind();
        };
    }

    long positive(String name) throws RefusedRequest {
        var value = values.get(name);
        if (value == null) {
            throw missing(name, "a positive integer");
        }
        if (value instanceof Value.Whole whole) {
            return positive(name, whole.digits());
        }
        throw illTyped(name, kind(value), "a positive integer");
    }

    /** A number from 1 to the most. */
    @Nullable
    Integer optionalUpTo(int most, String name) throws RefusedRequest {
        if (!values.containsKey(name)) {
            return null;
        }
        var number = positive(name);
        if (number > most) {
            throw illTyped(name, String.valueOf(number), "1 to " + most);
        }
        return (int) number;
    }

    private static long positive(String name, String digits) throws RefusedRequest {
        try {
            var number = Long.parseLong(digits);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw illTyped(name, "a number beyond 64 bits", "a positive integer");
        }
        throw illTyped(name, digits, "a positive integer");
    }

    private static String expectation(String name, IllegalArgumentException e) {
        var message = String.valueOf(e.getMessage());
        var colon = message.indexOf(": ");
        return colon < 0 ? message + " (expected: a valid " + name + ")" : message.substring(colon + 2);
    }

    private static RefusedRequest missing(String name, String expected) {
        return illTyped(name, "missing", expected);
    }

    private static RefusedRequest illTyped(String name, String found, String expected) {
        return new RefusedRequest(Refusal.of(
                ErrorCode.CHAT_INVALID_REQUEST, name, name + ": " + found + " (expected: " + expected + ")"));
    }
}
