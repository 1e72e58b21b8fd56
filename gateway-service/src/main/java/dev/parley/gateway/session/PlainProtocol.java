package dev.parley.gateway.session;

import dev.parley.gateway.access.Identity;
import dev.parley.gateway.protocol.json.JsonFrameReader;
import dev.parley.gateway.protocol.json.JsonFraming;
import java.util.Map;
import java.util.Objects;

/** {@code chat.v1}: whose socket it is was settled by the handshake, and there is a session from the first frame on. */
final class PlainProtocol implements Protocol {

    private final Reception reception;
    private final JsonFrameReader frames;
    private final SessionSettings.Heartbeat heartbeat;

    PlainProtocol(
            Reception reception,
            JsonFrameReader frames,
            SessionSettings.Heartbeat heartbeat) {
        this.reception = reception;
        this.frames = frames;
        this.heartbeat = heartbeat;
    }

    @Override
    public Connection connection(Socket socket, Map<String, Object> handshake) {
        var identity = (Identity) Objects.requireNonNull(handshake.get(Identity.ATTRIBUTE));
        var line = new Line(socket, JsonFraming.CHAT_V1, new Pulse(heartbeat, System.nanoTime()));
        return new Plain(reception.receive(identity, line, reception.frameLimit()));
    }

    private final class Plain implements Connection {

        private final Client client;

        Plain(Client client) {
            this.client = client;
        }

        @Override
        public void opened() {
            reception.admit(client);
        }

        @Override
        public void text(String text) {
            reception.received(frames.read(text), client);
        }

        @Override
        public void binary() {
            client.session().close(CloseCode.NOT_THE_PROTOCOL);
        }

        @Override
        public void pong() {
            client.session().pong();
        }

        @Override
        public void closed() {
            reception.dismiss(client);
        }

        @Override
        public String toString() {
            return client.session().toString();
        }
    }
}
