package dev.parley.contractcheck;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contractcheck.Document.Place;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The parameters of a call, as the document has them. */
final class Parameters {

    private final Document document;
    private final Schemas schemas;
    private final List<Place> documented = new ArrayList<>();

    Parameters(Document document, Schemas schemas, Place path, Place operation) {
        this.document = document;
        this.schemas = schemas;
        List.of(path, operation).forEach(holder -> collect(holder.child("parameters")));
    }

    private void collect(Place list) {
        for (var i = 0; i < list.node().size(); i++) {
            documented.add(document.resolve(new Place(list.pointer().appendIndex(i), list.node().path(i))));
        }
    }

    List<String> flaws(Route route, Exchange.Call call) {
        var query = query(call.uri().getRawQuery());
        var flaws = new ArrayList<String>();
        var unknown = new HashSet<>(query.keySet());
        for (var parameter : documented) {
            var name = parameter.node().path("name").asString();
            var value = switch (parameter.node().path("in").asString()) {
                case "query" -> query.get(name);
                case "header" -> call.headers().firstValue(name).orElse(null);
                default -> decoded(route.parameter(name, call.uri().getRawPath()));
            };
            unknown.remove(name);
            check(parameter, name, value, flaws);
        }
        unknown.forEach(name -> flaws.add("query parameter " + name + ": not in " + document.name()));
        return flaws;
    }

    private void check(Place parameter, String name, @Nullable String value, List<String> flaws) {
        if (value == null) {
            if (parameter.node().path("required").asBoolean(false)) {
                flaws.add("parameter " + name + ": missing");
            }
            return;
        }
        var schema = document.resolve(parameter.child("schema"));
        schemas.flawsOfRequest(schema.pointer(), typed(schema.node(), value))
                .forEach(flaw -> flaws.add("parameter " + name + ": " + flaw));
    }

    /** A text that is no number stays one, which the schema then says. */
    private static JsonNode typed(JsonNode schema, String value) {
        var json = JsonNodeFactory.instance;
        if (schema.path("type").asString("").equals("integer") && value.matches("-?\\d{1,18}")) {
            return json.numberNode(Long.parseLong(value));
        }
        return json.stringNode(value);
    }

    private static Map<String, String> query(@Nullable String raw) {
        var query = new HashMap<String, String>();
        if (raw != null) {
            for (var pair : raw.split("&")) {
                var parts = pair.split("=", 2);
                query.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
