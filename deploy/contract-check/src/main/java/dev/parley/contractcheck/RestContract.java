package dev.parley.contractcheck;

import dev.parley.contractcheck.Coverage.Item;
import dev.parley.contractcheck.Coverage.Kind;
import dev.parley.contractcheck.Document.Place;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code openapi.yaml} says of calls and their answers. */
public final class RestContract {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final Document document;
    private final Schemas schemas;
    private final List<Route> routes;
    private final Coverage coverage;

    private RestContract(Document document) {
        this.document = document;
        schemas = new Schemas(document);
        var paths = document.place("paths");
        routes = paths.node().propertyNames().stream().map(path -> new Route(path, paths.child(path))).toList();
        coverage = new Coverage(promises());
    }

    /** The document as it stands in the repository that a test runs in; shared, so that what was seen adds up. */
    public static RestContract ofRepository() {
        return Shared.CONTRACT;
    }

    private static final class Shared {
        static final RestContract CONTRACT = new RestContract(Document.openapi());
    }

    static RestContract of(Document document) {
        return new RestContract(document);
    }

    public Coverage coverage() {
        return coverage;
    }

    /** Every method and path template that a service answers; the document is one for all of them. */
    public Set<String> operations(String service) {
        var operations = new TreeSet<String>();
        routes.stream()
                .filter(route -> route.place().node().path("x-service").asString("").equals(service))
                .forEach(route -> route.place().node().propertyNames().stream()
                        .filter(METHODS::contains)
                        .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + route.template())));
        return operations;
    }

    /** The services that answer the calls of the document. */
    public Set<String> services() {
        return routes.stream()
                .map(route -> route.place().node().path("x-service").asString("none"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Values that the document lists with a description of each. */
    public List<JsonNode> listed(String schema) {
        return List.copyOf(document.root().at("/components/schemas/" + schema + "/oneOf").values());
    }

    /** A number of a query parameter's schema: its default, its maximum. */
    public long parameter(String path, String name, String keyword) {
        return document.root().path("paths").path(path).path("get").path("parameters").valueStream()
                .filter(each -> each.path("name").asString("").equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(path + ": no parameter " + name))
                .path("schema")
                .path(keyword)
                .asLong();
    }

    /**
     * @param sent the body of the call, null if it has none
     * @throws ContractViolation unless the document says so
     */
    public void check(@Nullable String sent, HttpResponse<String> answer) {
        check(Exchange.of(sent, answer));
    }

    /** @throws ContractViolation unless the document says so; what a service refuses may be asked in any form */
    public void check(Exchange exchange) {
        var route = route(exchange.call().uri().getRawPath());
        if (route == null) {
            checkAbsence(exchange, 404, "path: not in " + document.name());
            return;
        }
        var operation = route.place().child(exchange.call().method().toLowerCase(Locale.ROOT));
        if (operation.node().isMissingNode()) {
            checkAbsence(exchange, 405, "method: not one of " + route.template() + " in " + document.name());
            return;
        }
        var flaws = new ArrayList<String>();
        if (exchange.succeeded()) {
            flaws.addAll(new Parameters(document, schemas, route.place(), operation).flaws(route, exchange.call()));
            flaws.addAll(requestBody(operation, exchange));
        }
        flaws.addAll(answer(operation, exchange.answer()));
        ContractViolation.throwIfAny(exchange.toString(), flaws);
        saw(route, exchange);
    }

    /** What is not documented must not be there. */
    private void checkAbsence(Exchange exchange, int status, String flaw) {
        if (exchange.answer().status() != status) {
            throw new ContractViolation(exchange.toString(), List.of(flaw));
        }
        var problem = document.resolve(document.place("components").child("responses").child("InvalidRequest"));
        ContractViolation.throwIfAny(exchange.toString(), body(problem.child("content"), exchange.answer()));
    }

    private @Nullable Route route(String path) {
        return routes.stream()
                .filter(route -> route.matches(path))
                .max(Comparator.comparing(Route::literals))
                .orElse(null);
    }

    private List<String> requestBody(Place operation, Exchange exchange) {
        var documented = operation.child("requestBody");
        if (documented.node().isMissingNode()) {
            return exchange.sent() == null ? List.of() : List.of("body of the call: there (expected: none)");
        }
        var schema = document.resolve(documented).child("content").child("application/json").child("schema");
        return exchange.sent() == null
                ? List.of("body of the call: missing")
                : schemas.flawsOfRequest(document.resolve(schema).pointer(), JSON.readTree(exchange.sent()));
    }

    private List<String> answer(Place operation, Exchange.Answer answer) {
        var responses = operation.child("responses");
        if (!responses.node().has(String.valueOf(answer.status()))) {
            return List
                    .of("status: " + answer.status() + " (expected: one of " + responses.node().propertyNames() + ")");
        }
        var response = document.resolve(responses.child(String.valueOf(answer.status())));
        var flaws = new ArrayList<String>();
        response.node().path("headers").propertyStream()
                .filter(header -> header.getValue().path("required").asBoolean(false))
                .filter(header -> answer.headers().firstValue(header.getKey()).isEmpty())
                .forEach(header -> flaws.add("header " + header.getKey() + ": missing"));
        flaws.addAll(body(response.child("content"), answer));
        return flaws;
    }

    private List<String> body(Place content, Exchange.Answer answer) {
        if (content.node().isMissingNode()) {
            return answer.body().isEmpty() ? List.of() : List.of("body of the answer: there (expected: none)");
        }
        var type = answer.headers().firstValue("content-type").orElse("none").replaceFirst("\\s*;.*", "");
        if (!content.node().has(type)) {
            return List.of("content-type: " + type + " (expected: one of " + content.node().propertyNames() + ")");
        }
        try {
            var body = JSON.readTree(answer.body());
            return schemas.flawsOfAnswer(content.child(type).child("schema").pointer(), body);
        } catch (JacksonException e) {
            return List.of("body of the answer: not JSON: " + e.getOriginalMessage());
        }
    }

    private void saw(Route route, Exchange exchange) {
        coverage.saw(Kind.OPERATION, operation(exchange.call().method(), route, exchange.answer().status()));
        if (!exchange.succeeded()) {
            coverage.saw(Kind.PROBLEM, JSON.readTree(exchange.answer().body()).path("code").asString());
        }
    }

    private static String operation(String method, Route route, Object status) {
        return method + " " + route.template() + " " + status;
    }

    private Set<Item> promises() {
        var items = new HashSet<Item>();
        for (var route : routes) {
            route.place().node().propertyStream().filter(each -> METHODS.contains(each.getKey())).forEach(operation -> {
                var method = operation.getKey().toUpperCase(Locale.ROOT);
                operation.getValue().path("responses").propertyNames()
                        .forEach(status -> items.add(new Item(Kind.OPERATION, operation(method, route, status))));
            });
        }
        return items;
    }
}
