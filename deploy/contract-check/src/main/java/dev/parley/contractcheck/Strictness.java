package dev.parley.contractcheck;

import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Closes every object of a document, so that a misspelt member of an answer is caught. The documents leave objects open:
 * clients have to ignore what they do not know, and tests must not.
 */
final class Strictness {

    private static final List<String> COMBINED = List.of("allOf", "anyOf", "oneOf");
    private static final List<String> CONDITIONAL = List.of("if", "then", "else", "not");

    private final Document document;

    private Strictness(Document document) {
        this.document = document;
    }

    /** The shapes that schemas refer to: closed inside, and open themselves, for others to be combined with. */
    static JsonNode components(Document document) {
        var schemas = document.root().path("components").path("schemas").deepCopy();
        var strictness = new Strictness(document);
        schemas.values().forEach(strictness::closeInside);
        return schemas;
    }

    static JsonNode closed(JsonNode schema, Document document) {
        var copy = schema.deepCopy();
        new Strictness(document).close(copy);
        return copy;
    }

    private void close(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            closeInside(object);
            if (isObject(object) && !object.has("additionalProperties")) {
                object.put("unevaluatedProperties", false);
            }
        }
    }

    private void closeInside(JsonNode schema) {
        if (!schema.isObject()) {
            return;
        }
        schema.path("properties").values().forEach(this::close);
        close(schema.path("items"));
        COMBINED.forEach(each -> schema.path(each).values().forEach(this::closeInside));
        CONDITIONAL.forEach(each -> closeInside(schema.path(each)));
    }

    private boolean isObject(JsonNode schema) {
        if (schema.has("$ref")) {
            return isObject(document.resolve(new Document.Place(
                    JsonPointer.empty(), schema)).node());
        }
        return schema.path("type").asString("").equals("object")
                || COMBINED.stream().anyMatch(each -> schema.path(each).values().stream().anyMatch(this::isObject));
    }
}
