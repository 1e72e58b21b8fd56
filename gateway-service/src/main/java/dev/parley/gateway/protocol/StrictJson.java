package dev.parley.gateway.protocol;

import dev.parley.gateway.protocol.Fields.Value;
import java.util.ArrayList;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads a stranger's JSON within bounds, and token by token: no tree of it is ever built. */
public final class StrictJson {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_NAME = 256;
    private static final int MAX_DIGITS = 64;

    private final JsonFactory json;

    /** @param frameBytes of the longest frame */
    public StrictJson(int frameBytes) {
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

    /** Everything it then throws is a {@link tools.jackson.core.JacksonException}, whose message quotes the text. */
    public JsonParser parser(String text) {
        return json.createParser(ObjectReadContext.empty(), text);
    }

    /** Reads on from the start of an object to its end. */
    public static Fields fields(JsonParser parser) {
        var values = new HashMap<String, Value>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var token = parser.nextToken();
            switch (token) {
                case VALUE_NULL -> {}
                case VALUE_STRING -> values.put(name, new Value.Text(parser.getString()));
                case VALUE_NUMBER_INT -> values.put(name, new Value.Whole(parser.getString()));
                case START_ARRAY -> values.put(name, array(parser));
                default -> {
                    values.put(name, new Value.Other(kind(token)));
                    parser.skipChildren();
                }
            }
        }
        return new Fields(values);
    }

    /** What a value is, in the words of error messages. */
    public static String kind(@Nullable JsonToken token) {
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

    /** Read to its end, whatever is in it: its length is bounded by that of the frame. */
    private static Value array(JsonParser parser) {
        var texts = new ArrayList<String>();
        var others = false;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                texts.add(parser.getString());
            } else {
                others = true;
                parser.skipChildren();
            }
        }
        return others ? new Value.Other(kind(JsonToken.START_ARRAY)) : new Value.Texts(texts);
    }
}
