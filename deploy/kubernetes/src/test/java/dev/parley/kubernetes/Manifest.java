package dev.parley.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An object as the API server is sent it. */
record Manifest(JsonNode content) {

    /** All of a file. */
    static List<Manifest> in(String yaml) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var all = new ArrayList<Manifest>();
        for (var document : new Yaml(options).loadAll(yaml)) {
            all.add(new Manifest(JsonMapper.shared().valueToTree(document)));
        }
        return all;
    }

    String apiVersion() {
        return content.path("apiVersion").asString();
    }

    String kind() {
        return content.path("kind").asString();
    }

    String name() {
        return content.path("metadata").path("name").asString();
    }

    JsonNode spec() {
        return content.path("spec");
    }

    /** All nodes under this name, however deep. */
    static Stream<JsonNode> every(JsonNode node, String name) {
        return node.findValues(name).stream();
    }

    static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static Map<String, String> texts(JsonNode object) {
        var texts = new HashMap<String, String>();
        object.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asString()));
        return Map.copyOf(texts);
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
