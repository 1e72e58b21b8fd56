package dev.parley.contractcheck.page;

import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Schemas as tables: members of objects, values of lists. */
final class Shapes {

    private static final String REF = "#/components/schemas/";

    private Shapes() {}

    static String section(String name, JsonNode schema) {
        return "<section id=\"" + name + "\"><h3>" + name + "</h3>\n" + Markup.paragraphs(
                schema.path("description").asString("")) + "<p>" + type(schema) + "</p>\n" + members(schema)
                + values(schema) + "</section>\n";
    }

    static String members(JsonNode schema) {
        if (!schema.has("properties")) {
            return schema.path("allOf").values().stream().map(Shapes::members).collect(Collectors.joining());
        }
        var rows = schema.path("properties").propertyStream()
                .map(member -> member(member, isRequired(schema, member.getKey())))
                .collect(Collectors.joining());
        return "<table><tr><th>member</th><th>type</th><th></th><th></th></tr>\n" + rows + "</table>\n";
    }

    private static String member(Map.Entry<String, JsonNode> member, boolean required) {
        return "<tr><td>" + Markup.code(member.getKey()) + "</td><td>" + type(member.getValue()) + "</td><td>"
                + (required ? "required" : "") + "</td><td>"
                + Markup.line(member.getValue().path("description").asString("")) + "</td></tr>\n";
    }

    private static boolean isRequired(JsonNode schema, String name) {
        return schema.path("required").valueStream().anyMatch(each -> each.asString().equals(name));
    }

    private static String values(JsonNode schema) {
        var rows = schema.path("oneOf").valueStream()
                .filter(value -> value.has("const"))
                .map(value -> "<tr><td>" + Markup.code(value.path("const").asString()) + "</td><td>"
                        + Markup.line(value.path("description").asString("")) + "</td></tr>\n")
                .collect(Collectors.joining());
        return rows.isEmpty() ? "" : "<table>\n" + rows + "</table>\n";
    }

    static String type(JsonNode schema) {
        var ref = schema.path("$ref").asString("");
        if (ref.startsWith(REF)) {
            var name = ref.substring(REF.length());
            return "<a href=\"#" + name + "\">" + name + "</a>";
        }
        if (schema.has("allOf")) {
            return schema.path("allOf").valueStream().map(Shapes::type).collect(Collectors.joining(" and "));
        }
        if (schema.has("const")) {
            return Markup.code(schema.path("const").toString());
        }
        if (schema.has("items")) {
            return "array of " + type(schema.path("items")) + bounds(schema);
        }
        return names(schema) + bounds(schema);
    }

    private static String names(JsonNode schema) {
        var values = schema.has("enum") ? schema.path("enum") : schema.path("type");
        return values.isArray()
                ? values.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
                : values.asString("");
    }

    private static String bounds(JsonNode schema) {
        return schema.propertyStream()
                .filter(each -> each.getKey().matches("(min|max)(imum|Length|Items)"))
                .map(each -> ", " + (each.getKey().startsWith("min") ? "at least " : "at most ")
                        + each.getValue().asString())
                .collect(Collectors.joining());
    }
}
