package dev.parley.contractcheck;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Makes one document of two: copies the shapes that the first refers to, so that it can be served alone. */
public final class Bundle {

    private static final String LOCAL = "#/components/schemas/";

    private final Document other;
    private final String foreign;
    private final ObjectNode schemas;

    private Bundle(Document other, ObjectNode schemas) {
        this.other = other;
        this.schemas = schemas;
        foreign = other.name() + LOCAL;
    }

    /** Writes the first file's bundle with the second to the third. */
    public static void main(String[] files) throws Exception {
        var yaml = YAMLMapper.builder()
                .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.LITERAL_BLOCK_STYLE)
                .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                .build();
        var bundle = of(Document.read(Path.of(files[0])), Document.read(Path.of(files[1])));
        var target = Path.of(files[2]);
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.writeString(target, yaml.writeValueAsString(bundle.root()));
    }

    static Document of(Document document, Document other) {
        var root = document.root().deepCopy();
        var schemas = (ObjectNode) root.path("components").path("schemas");
        new Bundle(other, schemas).localise(root);
        return new Document(document.name(), root);
    }

    private void localise(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("$ref").asString("").startsWith(foreign)) {
            var name = object.path("$ref").asString().substring(foreign.length());
            object.set("$ref", StringNode.valueOf(LOCAL + name));
            copy(name);
        } else {
            // A copy of the list, since what is copied may be added to the very object that is walked.
            List.copyOf(node.values()).forEach(this::localise);
        }
    }

    private void copy(String name) {
        if (schemas.has(name)) {
            return;
        }
        var schema = other.root().path("components").path("schemas").path(name);
        if (schema.isMissingNode()) {
            throw new IllegalArgumentException(foreign + name + ": not there");
        }
        schemas.set(name, schema.deepCopy());
        copyMentioned(schema);
    }

    private void copyMentioned(JsonNode node) {
        var ref = node.path("$ref").asString("");
        if (ref.startsWith(LOCAL)) {
            copy(ref.substring(LOCAL.length()));
        }
        node.values().forEach(this::copyMentioned);
    }
}
