package dev.parley.gateway.protocol.json;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.protocol.Fields;
import dev.parley.gateway.protocol.Fields.Value;
import dev.parley.gateway.protocol.FrameId;
import dev.parley.gateway.protocol.Inbound;
import dev.parley.gateway.protocol.Refusal;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads the frames of {@code chat.v1}, token by token: no tree of a stranger's JSON is ever built. */
public final class JsonFrameReader {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_NAME = 256;
    private static final int MAX_DIGITS = 64;

    private final JsonFactory json;

    /** @param frameBytes of the longest frame */
    public JsonFrameReader(int frameBytes) {
        json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNameLength(MAX_NAME)
                        .maxNumberLength(MAX_DIGITS)
                        .maxStringLength(frameBytes)
                        .maxDocumentLength(frameBytes)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    public Inbound read(String text) {
        try (var parser = json.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return alien("frame: " + kind(parser.currentToken()) + " (expected: a JSON object)");
            }
            return new Frame().read(parser);
        } catch (JacksonException e) {
            // Jackson's message quotes the text, and messages are nobody's business.
            return alien("frame: malformed JSON" + where(e) + " (expected: a JSON object)");
        }
    }

    private static Inbound alien(String message) {
        return new Inbound.Alien(Refusal.of(ErrorCode.CHAT_INVALID_REQUEST, message));
    }

    private static String where(JacksonException e) {
        var location = e.getLocation();
        return location == null || location.getCharOffset() < 0 ? "" : " near character " + location.getCharOffset();
    }

    private static String kind(@Nullable JsonToken token) {
        return switch (token) {
            case null -> "nothing";
            case START_ARRAY -> "an array";
            case START_OBJECT -> "an object";
            case VALUE_STRING -> "a string";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            case VALUE_NUMBER_FLOAT -> "a number with a fraction or an exponent";
            default -> "a number";
        };
    }

    /** The members of one frame, in whatever order they come. The first that is wrong is the one that is told. */
    private static final class Frame {

        private @Nullable String event;
        private @Nullable FrameId id;
        private Fields data = Fields.NONE;
        private @Nullable Refusal refusal;

        Inbound read(JsonParser parser) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                var token = parser.nextToken();
                switch (name) {
                    case "event" -> readEvent(parser, token);
                    case "id" -> readId(parser, token);
                    case "data" -> readData(parser, token);
                    default -> parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                refuse("frame", "more than one JSON value", "a JSON object");
            }
            if (refusal == null && event != null) {
                return new Inbound.Named(event, id, data);
            }
            return new Inbound.Refused(id, refusal == null ? refusal("event", "missing", "a string") : refusal);
        }

        private void readEvent(JsonParser parser, JsonToken token) {
            if (token == JsonToken.VALUE_STRING) {
                event = parser.getString();
            } else {
                refuse("event", kind(token), "a string");
                parser.skipChildren();
            }
        }

        private void readId(JsonParser parser, JsonToken token) {
            if (token == JsonToken.VALUE_NUMBER_INT) {
                id = new FrameId.Whole(parser.getString());
            } else if (token == JsonToken.VALUE_STRING && isGivable(parser.getString())) {
                id = new FrameId.Text(parser.getString());
            } else if (token != JsonToken.VALUE_NULL) {
                refuse("id", kind(token), "an integer, or a string of 1 to " + FrameId.MAX_CHARACTERS + " characters");
                parser.skipChildren();
            }
        }

        /** An id has to travel back, so it needs a UTF-8 form. */
        private static boolean isGivable(String id) {
            return !id.isEmpty() && id.length() <= FrameId.MAX_CHARACTERS
                    && id.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
        }

        private void readData(JsonParser parser, JsonToken token) {
            if (token == JsonToken.START_OBJECT) {
                data = fields(parser);
            } else if (token != JsonToken.VALUE_NULL) {
                refuse("data", kind(token), "an object");
                parser.skipChildren();
            }
        }

        private static Fields fields(JsonParser parser) {
            var values = new HashMap<String, Value>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                var token = parser.nextToken();
                switch (token) {
                    case VALUE_NULL -> {}
                    case VALUE_STRING -> values.put(name, new Value.Text(parser.getString()));
                    case VALUE_NUMBER_INT -> values.put(name, new Value.Whole(parser.getString()));
                    default -> {
                        values.put(name, new Value.Other(kind(token)));
                        parser.skipChildren();
                    }
                }
            }
            return new Fields(values);
        }

        private void refuse(String field, String found, String expected) {
            if (refusal == null) {
                refusal = refusal(field, found, expected);
            }
        }

        private static Refusal refusal(String field, String found, String expected) {
            return Refusal.of(
                    ErrorCode.CHAT_INVALID_REQUEST, field, field + ": " + found + " (expected: " + expected + ")");
        }
    }
}
