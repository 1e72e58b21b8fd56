package dev.parley.contractcheck;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of one document, each compiled when it is first used. */
final class Schemas {

    private static final int MOST_ERRORS = 8;

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonPointer, Schema> open = new ConcurrentHashMap<>();
    private final Map<JsonPointer, Schema> strict = new ConcurrentHashMap<>();
    private final Document document;
    private final JsonNode openComponents;
    private final JsonNode strictComponents;

    Schemas(Document document) {
        this.document = document;
        openComponents = document.root().path("components").path("schemas");
        strictComponents = Strictness.components(document);
    }

    /** What is wrong with something that a client said: members that nobody knows are ignored. */
    List<String> flawsOfRequest(JsonPointer schema, JsonNode value) {
        return flaws(schema, open.computeIfAbsent(schema, this::compileOpen), value);
    }

    /** What is wrong with something that a service said: members that are not in the document are flaws, too. */
    List<String> flawsOfAnswer(JsonPointer schema, JsonNode value) {
        return flaws(schema, strict.computeIfAbsent(schema, this::compileStrict), value);
    }

    private List<String> flaws(JsonPointer pointer, Schema schema, JsonNode value) {
        return schema.validate(value).stream()
                .limit(MOST_ERRORS)
                .map(error -> describe(pointer, error))
                .toList();
    }

    private String describe(JsonPointer pointer, Error error) {
        return "value at " + path(error.getInstanceLocation().toString()) + ": " + error.getMessage() + " (schema: "
                + document.name() + "#" + pointer + ", " + error.getSchemaLocation() + ")";
    }

    private static String path(String location) {
        return location.isEmpty() ? "/" : location;
    }

    private Schema compileOpen(JsonPointer pointer) {
        return compile(document.root().at(pointer), openComponents);
    }

    private Schema compileStrict(JsonPointer pointer) {
        return compile(Strictness.closed(document.root().at(pointer), document), strictComponents);
    }

    /** References are local, so the shapes they lead to have to stand in the same place of what is compiled. */
    private Schema compile(JsonNode schema, JsonNode components) {
        if (!(schema.deepCopy() instanceof ObjectNode root)) {
            throw new IllegalArgumentException(schema + " (expected: a schema)");
        }
        root.set("components", JsonNodeFactory.instance.objectNode().set("schemas", components));
        return registry.getSchema(root);
    }
}
