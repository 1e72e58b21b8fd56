package dev.parley.contractcheck;

import dev.parley.contractcheck.Coverage.Item;
import dev.parley.contractcheck.Coverage.Kind;
import dev.parley.contractcheck.Document.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** What {@code asyncapi.yaml} says of frames. */
public final class SocketContract {

    private static final String CHANNEL = "#/channels/ws";
    private static final String ACK = "ack";
    private static final String ERROR = "error";
    private static final String REJECTED = "command:rejected";

    private final Document document;
    private final Schemas schemas;
    private final Map<String, JsonPointer> clientEvents = new HashMap<>();
    private final Map<String, JsonPointer> acks = new HashMap<>();
    private final Map<String, JsonPointer> serverEvents = new HashMap<>();
    private final Coverage coverage;

    private SocketContract(Document document) {
        this.document = document;
        schemas = new Schemas(document);
        document.place("operations").node().values().forEach(this::learn);
        coverage = new Coverage(promises());
    }

    /** The document as it stands in the repository that a test runs in; shared, so that what was seen adds up. */
    public static SocketContract ofRepository() {
        return Shared.CONTRACT;
    }

    private static final class Shared {
        static final SocketContract CONTRACT = new SocketContract(Document.asyncapi());
    }

    static SocketContract of(Document document) {
        return new SocketContract(document);
    }

    /** Looks on at one plain socket. */
    public SocketWatch watch() {
        return new SocketWatch(this);
    }

    /** Looks on at one connection of Socket.IO. */
    public PacketWatch watchPackets() {
        return new PacketWatch(new PacketContract(document, schemas), watch());
    }

    public Coverage coverage() {
        return coverage;
    }

    public Set<String> clientEvents() {
        return new TreeSet<>(clientEvents.keySet());
    }

    /** Those a client is told without asking, {@code error} aside. */
    public Set<String> serverEvents() {
        var names = new TreeSet<>(serverEvents.keySet());
        names.remove(ERROR);
        return names;
    }

    /** Values that the document lists with a description of each: close codes, reasons, error codes. */
    public List<JsonNode> listed(String schema) {
        return List.copyOf(document.root().at("/components/schemas/" + schema + "/oneOf").values());
    }

    /** The limits' defaults by their names in {@code session:ready}. */
    public Map<String, Long> defaultLimits() {
        var defaults = new HashMap<String, Long>();
        document.root().path("x-limits")
                .forEachEntry((name, limit) -> defaults.put(name, limit.path("default").asLong()));
        return defaults;
    }

    /** @throws ContractViolation unless the frame is one that a client may send */
    public void fromClient(JsonNode frame) {
        var event = event(frame);
        var schema = clientEvents.get(event);
        if (schema == null) {
            throw unknown(event, "client", clientEvents.keySet());
        }
        ContractViolation.throwIfAny(event + " from a client", schemas.flawsOfRequest(schema, frame));
        coverage.saw(Kind.CLIENT_EVENT, event);
    }

    /** @throws ContractViolation unless the frame is an event or an error that a client may be sent */
    public void fromServer(JsonNode frame) {
        var event = event(frame);
        var schema = serverEvents.get(event);
        if (schema == null) {
            throw unknown(event, "gateway", serverEvents.keySet());
        }
        ContractViolation.throwIfAny(event + " from the gateway", schemas.flawsOfAnswer(schema, frame));
        coverage.saw(Kind.SERVER_EVENT, event);
        switch (event) {
            case ERROR -> coverage.saw(Kind.ERROR, code(frame));
            case REJECTED -> coverage.saw(Kind.REJECTION, code(frame));
            default -> {}
        }
    }

    /** @throws ContractViolation unless the frame is the ack that this event of a client is owed */
    public void ack(String clientEvent, JsonNode frame) {
        var schema = acks.get(clientEvent);
        if (schema == null) {
            throw unknown(clientEvent, "client", acks.keySet());
        }
        ContractViolation.throwIfAny("ack of " + clientEvent, schemas.flawsOfAnswer(schema, frame));
        coverage.saw(Kind.ACK, clientEvent);
    }

    /** @throws ContractViolation unless a handshake at this address may be answered so */
    public void handshake(String address, int status, JsonNode body) {
        var channel = document.root().path("channels").valueStream()
                .filter(each -> each.path("address").asString().equals(address))
                .findFirst()
                .orElseThrow(() -> new ContractViolation("handshake", List.of(address + ": no such address")));
        var answer = channel.path("x-handshake-responses").path(String.valueOf(status));
        if (answer.isMissingNode()) {
            throw new ContractViolation("handshake at " + address, List.of(status + ": not a documented status"));
        }
        if (answer.has("payload")) {
            var schema = document.resolve(new Place(JsonPointer.empty(), answer.path("payload"))).pointer();
            ContractViolation.throwIfAny(
                    status + " of the handshake at " + address, schemas.flawsOfAnswer(schema, body));
        }
    }

    private void learn(JsonNode operation) {
        if (!operation.path("channel").path("$ref").asString().equals(CHANNEL)) {
            return;
        }
        var byClient = operation.path("action").asString().equals("receive");
        for (var reference : operation.path("messages").values()) {
            var message = document.resolve(new Place(JsonPointer.empty(), reference));
            var name = message.node().path("name").asString();
            (byClient ? clientEvents : serverEvents).put(name, message.child("payload").pointer());
            operation.path("reply").path("messages").values().stream()
                    .map(each -> document.resolve(new Place(JsonPointer.empty(), each)))
                    .filter(reply -> reply.node().path("name").asString().equals(ACK))
                    .forEach(reply -> acks.put(name, reply.child("payload").pointer()));
        }
    }

    private Set<Item> promises() {
        var items = new HashSet<Item>();
        clientEvents.keySet().forEach(name -> items.add(new Item(Kind.CLIENT_EVENT, name)));
        acks.keySet().forEach(name -> items.add(new Item(Kind.ACK, name)));
        serverEvents.keySet().forEach(name -> items.add(new Item(Kind.SERVER_EVENT, name)));
        return items;
    }

    private static String event(JsonNode frame) {
        return frame.path("event").asString("");
    }

    private static String code(JsonNode frame) {
        return frame.path("data").path("code").asString();
    }

    private ContractViolation unknown(String event, String whose, Set<String> known) {
        return new ContractViolation(
                "frame of a " + whose,
                List.of("value at /event: \"" + event + "\" (expected, by " + document.name() + ": one of "
                        + new TreeSet<>(known) + ")"));
    }
}
