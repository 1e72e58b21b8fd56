package dev.parley.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Takes spans as a collector does, by OTLP over HTTP, and reads of them what tests ask for. */
final class SpanCollector implements AutoCloseable {

    private final HttpServer server;
    private final Collection<Seen> spans = new ConcurrentLinkedQueue<>();

    /** @param links the ids of the spans that it names */
    record Seen(String service, String trace, String id, String parent, String name, long began, long ended,
            Map<String, String> attributes, List<String> links) {}

    private SpanCollector(HttpServer server) {
        this.server = server;
    }

    static SpanCollector start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var collector = new SpanCollector(server);
        server.createContext("/v1/traces", collector::take);
        server.start();
        return collector;
    }

    /** Some messages are followed and most are not, so that both are seen; tests go on until one was drawn. */
    Map<String, String> settings() {
        return Map.of(
                "management.opentelemetry.tracing.export.otlp.endpoint",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces",
                "management.opentelemetry.tracing.export.schedule-delay", "200ms",
                "management.tracing.sampling.probability", "0.05");
    }

    List<Seen> all() {
        return List.copyOf(spans);
    }

    List<Seen> ofTrace(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            for (var resource : messages(UnknownFieldSet.parseFrom(exchange.getRequestBody()), 1)) {
                var service = attributes(messages(resource, 1).getFirst(), 1).getOrDefault("service.name", "");
                messages(resource, 2).forEach(scope -> messages(scope, 2).forEach(
                        span -> spans.add(seen(service, span))));
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Seen seen(String service, UnknownFieldSet span) {
        return new Seen(service, hex(span, 1), hex(span, 2), hex(span, 4), text(span, 5), fixed(span, 7),
                fixed(span, 8), attributes(span, 9), messages(span, 13).stream().map(link -> hex(link, 2)).toList());
    }

    private static List<UnknownFieldSet> messages(UnknownFieldSet of, int field) {
        var messages = new ArrayList<UnknownFieldSet>();
        try {
            for (var bytes : of.getField(field).getLengthDelimitedList()) {
                messages.add(UnknownFieldSet.parseFrom(bytes));
            }
        } catch (IOException e) {
            throw new AssertionError("field " + field + " is no message", e);
        }
        return messages;
    }

    private static Map<String, String> attributes(UnknownFieldSet of, int field) {
        var attributes = new TreeMap<String, String>();
        messages(of, field).forEach(each -> attributes.put(text(each, 1), text(messages(each, 2).getFirst(), 1)));
        return attributes;
    }

    private static String text(UnknownFieldSet of, int field) {
        return bytes(of, field).toStringUtf8();
    }

    private static String hex(UnknownFieldSet of, int field) {
        return HexFormat.of().formatHex(bytes(of, field).toByteArray());
    }

    private static ByteString bytes(UnknownFieldSet of, int field) {
        var values = of.getField(field).getLengthDelimitedList();
        return values.isEmpty() ? ByteString.EMPTY : values.getFirst();
    }

    private static long fixed(UnknownFieldSet of, int field) {
        return of.getField(field).getFixed64List().getFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
