package dev.parley.contractcheck;

import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** One of the two documents, in which every reference leads to another place of the same document. */
record Document(String name, JsonNode root) {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String REF = "$ref";

    /** A node, and where it stands after all references. */
    record Place(JsonPointer pointer, JsonNode node) {

        Place child(String name) {
            return new Place(pointer.appendProperty(name), node.path(name));
        }
    }

    static Document read(Path file) {
        return new Document(file.getFileName().toString(), YAML.readTree(file));
    }

    /** The client protocol, with the shapes in it that it shares with REST. */
    static Document asyncapi() {
        var docs = folder();
        return Bundle.of(read(docs.resolve("asyncapi.yaml")), read(docs.resolve("openapi.yaml")));
    }

    static Document openapi() {
        return read(folder().resolve("openapi.yaml"));
    }

    /** Tests run somewhere below the repository's root. */
    private static Path folder() {
        var start = Path.of("").toAbsolutePath();
        for (var folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("docs/asyncapi.yaml"))) {
                return folder.resolve("docs");
            }
        }
        throw new IllegalStateException("docs/asyncapi.yaml: not in " + start + " or above (expected: the repository)");
    }

    Place place(String child) {
        return resolve(new Place(JsonPointer.empty(), root).child(child));
    }

    /** Follows references until there is something. */
    Place resolve(Place place) {
        var at = place;
        while (at.node().has(REF)) {
            var pointer = JsonPointer.compile(at.node().path(REF).asString().substring(1));
            at = new Place(pointer, root.at(pointer));
        }
        if (at.node().isMissingNode()) {
            throw new IllegalStateException(name + ": nothing at " + at.pointer());
        }
        return at;
    }
}
