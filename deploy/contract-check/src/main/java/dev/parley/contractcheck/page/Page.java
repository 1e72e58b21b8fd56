package dev.parley.contractcheck.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A self-contained AsyncAPI document as a page to read. */
public final class Page {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final JsonNode root;

    private Page(JsonNode root) {
        this.root = root;
    }

    /** Renders the first file into the second. */
    public static void main(String[] files) throws Exception {
        var target = Path.of(files[1]);
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.writeString(target, of(new YAMLMapper().readTree(Path.of(files[0]))));
    }

    static String of(JsonNode document) {
        return new Page(document).html();
    }

    private String html() {
        var info = root.path("info");
        var title = Markup.escaped(info.path("title").asString());
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <link rel="stylesheet" href="page.css">
            </head>
            <body>
            <h1>%s %s</h1>
            <p>For machines: <a href="../asyncapi.yaml">asyncapi.yaml</a></p>
            %s
            <h2>Channels</h2>
            %s
            <h2>Limits by default</h2>
            %s
            <h2>From client to gateway</h2>
            %s
            <h2>From gateway to client</h2>
            %s
            <h2>Shapes</h2>
            %s
            </body>
            </html>
            """.formatted(
                title,
                title,
                Markup.escaped(info.path("version").asString()),
                Markup.paragraphs(info.path("description").asString()),
                each(root.path("channels"), (_, channel) -> channel(channel)),
                limits(),
                operations("receive"),
                operations("send"),
                each(root.at("/components/schemas"), Shapes::section));
    }

    private static String channel(JsonNode channel) {
        var answers = channel.path("x-handshake-responses").propertyStream()
                .map(answer -> "<tr><td>" + Markup.code(answer.getKey()) + "</td><td>"
                        + Markup.line(answer.getValue().path("description").asString()) + "</td></tr>\n")
                .collect(Collectors.joining());
        return "<h3>" + Markup.line(channel.path("title").asString()) + ": " + Markup.code(
                channel.path("address").asString()) + "</h3>\n"
                + Markup.paragraphs(
                        channel.path("description").asString(""))
                + "<p>A handshake is answered with</p>\n<table>\n" + answers
                + "</table>\n";
    }

    private String limits() {
        return "<table><tr><th>limit</th><th>default</th><th>of</th><th>over it</th></tr>\n"
                + each(root.path("x-limits"), (name, limit) -> "<tr><td>" + Markup.code(name) + "</td><td>"
                        + limit.path("default").asString() + "</td><td>" + Markup.line(limit.path("unit").asString())
                        + "</td><td>" + Markup.line(limit.path("over").asString()) + "</td></tr>\n")
                + "</table>\n";
    }

    private String operations(String action) {
        return root.path("operations").valueStream()
                .filter(operation -> operation.path("action").asString().equals(action))
                .map(this::operation)
                .collect(Collectors.joining());
    }

    private String operation(JsonNode operation) {
        return "<section><h3>" + Markup.line(operation.path("title").asString()) + "</h3>\n"
                + Markup.paragraphs(operation.path("description").asString("")) + messages(operation)
                + (operation.has("reply") ? "<p>Answered by</p>\n" + messages(operation.path("reply")) : "")
                + "</section>\n";
    }

    private String messages(JsonNode holder) {
        return holder.path("messages").valueStream()
                .map(reference -> resolve(resolve(reference)))
                .map(this::message)
                .collect(Collectors.joining());
    }

    private String message(JsonNode message) {
        var examples = message.path("examples").valueStream()
                .map(example -> "<pre>" + Markup.escaped(text(example.path("payload"))) + "</pre>\n")
                .collect(Collectors.joining());
        var payload = message.path("payload");
        var data = payload.at("/properties/data");
        var shape = data.isMissingNode() ? Shapes.type(payload) : "<code>data</code>: " + Shapes.type(data);
        return "<details><summary>" + Markup.code(message.path("name").asString()) + " "
                + Markup.line(message.path("title").asString()) + "</summary>\n"
                + Markup.paragraphs(message.path("summary").asString(""))
                + Markup.paragraphs(payload.path("description").asString(""))
                + "<p>" + shape + "</p>\n" + Shapes.members(resolve(data)) + examples + "</details>\n";
    }

    private static String text(JsonNode payload) {
        return payload.isString() ? payload.asString() : JSON.writeValueAsString(payload);
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(root.at(node.path("$ref").asString().substring(1))) : node;
    }

    private interface Entry {
        String render(String name, JsonNode value);
    }

    private static String each(JsonNode object, Entry entry) {
        return object.propertyStream()
                .map((Map.Entry<String, JsonNode> each) -> entry.render(each.getKey(), each.getValue()))
                .collect(Collectors.joining());
    }
}
