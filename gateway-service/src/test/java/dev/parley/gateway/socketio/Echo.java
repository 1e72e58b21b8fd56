package dev.parley.gateway.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.gateway.protocol.socketio.Packet;
import dev.parley.gateway.protocol.socketio.Packets;
import dev.parley.gateway.session.CloseCode;
import dev.parley.gateway.session.Line;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What the conformance suite of Socket.IO wants to talk to: it says back what it hears, and lets everybody in. */
record Echo(Line line) implements Application {

    private static final Set<String> NAMESPACES = Set.of("/", "/custom");
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public boolean has(String namespace) {
        return NAMESPACES.contains(namespace);
    }

    @Override
    public CompletionStage<Entry> join(Packet.Connect packet) {
        return CompletableFuture.completedFuture(
                new Entry.Granted(() -> new Guest(UUID.randomUUID().toString(), packet, line)));
    }

    private record Guest(String id, Packet.Connect packet, Line line) implements Member {

        @Override
        public void joined() {
            say(Packets.event(packet.namespace(), "auth", packet.json().getBytes(UTF_8)));
        }

        @Override
        public void event(Packet.Event event) {
            var arguments = (ArrayNode) JSON.readTree(event.json());
            switch (event.name()) {
                case "message" -> say(("42[\"message-back\"" + arguments.toString()
                        .substring("[\"message\"".length())).getBytes(UTF_8));
                case "message-with-ack" -> {
                    arguments.remove(0);
                    say(Packets.ack(event.namespace(), Objects.requireNonNull(event.id()), JSON.writeValueAsBytes(
                            arguments)));
                }
                default -> {}
            }
        }

        private void say(byte[] packet) {
            line.socket().send(List.of(packet));
        }

        @Override
        public void close(CloseCode code) {
            line.socket().close(code);
        }

        @Override
        public void left() {}
    }
}
