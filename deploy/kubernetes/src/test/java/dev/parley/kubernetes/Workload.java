package dev.parley.kubernetes;

import static dev.parley.kubernetes.Manifest.items;
import static dev.parley.kubernetes.Manifest.texts;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What makes pods. */
record Workload(Manifest manifest) {

    String name() {
        return manifest.name();
    }

    Map<String, String> labels() {
        return texts(manifest.spec().path("template").path("metadata").path("labels"));
    }

    JsonNode pod() {
        return manifest.spec().path("template").path("spec");
    }

    Stream<JsonNode> containers() {
        return items(pod().path("containers"));
    }

    Stream<JsonNode> allContainers() {
        return Stream.concat(items(pod().path("initContainers")), containers());
    }

    Stream<JsonNode> volumes() {
        return items(pod().path("volumes"));
    }

    Stream<JsonNode> ports() {
        return containers().flatMap(each -> items(each.path("ports")));
    }

    /** By its name, or by its number. */
    Optional<JsonNode> port(JsonNode wanted) {
        return ports().filter(each -> each.path("name").equals(wanted) || each.path("containerPort").equals(wanted))
                .findFirst();
    }

    /** Whether one of our services is in it. */
    Optional<Program> program() {
        return containers().map(each -> each.path("image").asString()).flatMap(Program::of).findFirst();
    }

    @Override
    public String toString() {
        return manifest.toString();
    }
}
