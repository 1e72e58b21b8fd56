package dev.parley.contractcheck;

import dev.parley.contractcheck.Document.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What {@code asyncapi.yaml} says of Socket.IO packets, and which frames they stand for. */
final class PacketContract {

    private static final JsonMapper JSON = new JsonMapper();

    private final Document document;
    private final Schemas schemas;

    PacketContract(Document document, Schemas schemas) {
        this.document = document;
        this.schemas = schemas;
    }

    void fromClient(String text) {
        check("packet of a client", shape("packetIn"), text, schemas::flawsOfRequest);
    }

    void fromServer(String text) {
        check("packet of the gateway", shape("packetOut"), text, schemas::flawsOfAnswer);
    }

    /** What is not of the right form as a text is not read as JSON. */
    private void check(
            String what, Place shape, String text, BiFunction<JsonPointer, JsonNode, List<String>> flaws) {
        ContractViolation.throwIfAny(
                what, flaws.apply(shape.child("payload").pointer(), StringNode.valueOf(text)));
        var packet = Packet.of(text);
        jsonSchema(shape, packet).ifPresent(
                schema -> ContractViolation.throwIfAny(what, flaws.apply(schema.pointer(), json(packet))));
    }

    private Place shape(String message) {
        return document.resolve(document.place("components").child("messages").child(message));
    }

    private Optional<Place> jsonSchema(Place shape, Packet packet) {
        var behind = shape.child("x-json-behind").child(packet.head());
        return packet.json().isEmpty() || behind.node().isMissingNode()
                ? Optional.empty()
                : Optional.of(document.resolve(behind));
    }

    /** What the plain socket would carry in its place. */
    static Optional<String> frame(Packet packet) {
        return switch (packet.head()) {
            case "42" -> Optional.of(event(packet));
            case "43" -> Optional.of(answer(packet));
            default -> Optional.empty();
        };
    }

    private static String event(Packet packet) {
        var array = json(packet);
        var frame = frame(array.path(0).asString(""), packet.id());
        if (array.has(1)) {
            frame.set("data", array.path(1));
        }
        return frame.toString();
    }

    private static String answer(Packet packet) {
        var answer = json(packet).path(0);
        var refused = answer.has("error");
        return frame(refused ? "error" : "ack", packet.id())
                .set("data", answer.path(refused ? "error" : "ok"))
                .toString();
    }

    private static ObjectNode frame(String event, String id) {
        var frame = JSON.createObjectNode().put("event", event);
        if (!id.isEmpty()) {
            frame.put("id", Long.parseLong(id));
        }
        return frame;
    }

    private static JsonNode json(Packet packet) {
        try {
            return JSON.readTree(packet.json());
        } catch (JacksonException e) {
            throw new ContractViolation(
                    "packet " + packet.head(), List.of("behind the head: not JSON: " + e.getOriginalMessage()));
        }
    }
}
