package dev.parley.gateway.protocol.json;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.protocol.Fields;
import dev.parley.gateway.protocol.FrameId;
import dev.parley.gateway.protocol.Inbound;
import dev.parley.gateway.protocol.Refusal;
import dev.parley.gateway.protocol.StrictJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the frames of {@code chat.v1}, token by token: no tree of a stranger's JSON is ever built. */
public final class JsonFrameReader {

    private final StrictJson json;

    /** @param frameBytes of the longest frame */
    public JsonFrameReader(int frameBytes) {
        json = new StrictJson(frameBytes);
    }

    public Inbound read(String text) {
        try (var parser = json.parser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return alien("frame: " + StrictJson.kind(parser.currentToken()) + " (expected: a JSON object)");
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
                refuse("event", StrictJson.kind(token), "a string");
                parser.skipChildren();
            }
        }

        private void readId(JsonParser parser, JsonToken token) {
            if (token == JsonToken.VALUE_NUMBER_INT) {
                id = new FrameId.Whole(parser.getString());
            } else if (token == JsonToken.VALUE_STRING && isGivable(parser.getString())) {
                id = new FrameId.Text(parser.getString());
            } else if (token != JsonToken.VALUE_NULL) {
                refuse("id", StrictJson.kind(token),
                        "an integer, or a string of 1 to " + FrameId.MAX_CHARACTERS + " characters");
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
                data = StrictJson.fields(parser);
            } else if (token != JsonToken.VALUE_NULL) {
                refuse("data", StrictJson.kind(token), "an object");
                parser.skipChildren();
            }
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
