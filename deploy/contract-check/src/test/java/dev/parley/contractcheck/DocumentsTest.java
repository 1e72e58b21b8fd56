package dev.parley.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.parley.contractcheck.Document.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The documents themselves. In {@code meta/} are the schemas that the AsyncAPI and the OpenAPI initiative publish of
 * their formats (both under the Apache License 2.0), in one line each.
 */
class DocumentsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Document asyncapi = Document.asyncapi();
    private final Document openapi = Document.openapi();

    @Test
    void areWrittenInTheirFormats() throws IOException {
        assertThat(flaws("asyncapi-3.0.0.json", SpecificationVersion.DRAFT_7, asyncapi)).isEmpty();
        assertThat(flaws("openapi-3.1.json", SpecificationVersion.DRAFT_2020_12, openapi)).isEmpty();
    }

    @Test
    void haveTheirFormatsChecked() throws IOException {
        var wrong = new Document("wrong", JSON.readTree("{\"asyncapi\":\"3.0.0\",\"openapi\":\"3.1.0\",\"info\":7}"));
        assertThat(flaws("asyncapi-3.0.0.json", SpecificationVersion.DRAFT_7, wrong)).isNotEmpty();
        assertThat(flaws("openapi-3.1.json", SpecificationVersion.DRAFT_2020_12, wrong)).isNotEmpty();
    }

    @Test
    void haveSchemasThatAreSchemas() {
        var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        for (var document : List.of(asyncapi, openapi)) {
            document.root().at("/components/schemas").forEachEntry((name, schema) -> assertThat(meta.validate(schema))
                    .as(document.name() + " " + name)
                    .isEmpty());
        }
    }

    @Test
    void followTheirOwnSchemasInTheirExamples() {
        var checked = new ArrayList<String>();
        asyncapi.place("components").child("messages").node().propertyNames().forEach(name -> {
            var message = asyncapi.place("components").child("messages").child(name);
            message.node().path("examples").forEach(
                    example -> check(asyncapi, message.child("payload").pointer(), example.path("payload"), checked));
        });
        examples(new Place(JsonPointer.empty(), openapi.root()), checked);
        assertThat(checked).hasSizeGreaterThan(50);
    }

    private void examples(Place place, List<String> checked) {
        if (place.node().has("schema")) {
            place.node().path("examples").forEach(
                    example -> check(openapi, place.child("schema").pointer(), example.path("value"), checked));
        }
        if (place.node().isObject()) {
            place.node().propertyNames().forEach(name -> examples(place.child(name), checked));
        }
    }

    private static void check(Document document, JsonPointer schema, JsonNode value, List<String> checked) {
        assertThat(new Schemas(document).flawsOfAnswer(schema, value)).as("%s at %s", value, schema).isEmpty();
        checked.add(schema.toString());
    }

    private static List<String> flaws(String meta, SpecificationVersion version, Document document)
            throws IOException {
        try (var file = DocumentsTest.class.getResourceAsStream("/meta/" + meta)) {
            var text = new String(Objects.requireNonNull(file, meta).readAllBytes(), StandardCharsets.UTF_8);
            var schema = SchemaRegistry.withDefaultDialect(version).getSchema(JSON.readTree(text));
            return schema.validate(document.root()).stream().map(Error::toString).toList();
        }
    }
}
