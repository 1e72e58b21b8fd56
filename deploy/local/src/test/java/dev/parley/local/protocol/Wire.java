package dev.parley.local.protocol;

import java.net.URI;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The two kinds of socket: one protocol in two framings. */
enum Wire {

    PLAIN("WebSocket") {
        @Override
        URI endpoint(URI gateway) {
            return gateway;
        }

        @Override
        String greeting(String token) {
            return "";
        }

        @Override
        String frame(String event, @Nullable Integer id, Object data) {
            var frame = new LinkedHashMap<String, Object>();
            frame.put("event", event);
            if (id != null) {
                frame.put("id", id);
            }
            frame.put("data", data);
            return JSON.writeValueAsString(frame);
        }

        @Override
        Inbound read(String text) {
            var frame = JSON.readTree(text);
            var id = frame.has("id") ? frame.get("id").asInt() : null;
            return switch (frame.get("event").asString()) {
                case "ack" -> new Inbound.Ack(frame.get("id").asInt(), frame.get("data"));
                case "error" -> new Inbound.Refusal(id, frame.get("data"));
                case String event -> new Inbound.Event(event, frame.get("data"));
            };
        }
    },

    SOCKET_IO("Socket.IO") {
        @Override
        URI endpoint(URI gateway) {
            return gateway.resolve("/socket.io/?EIO=4&transport=websocket");
        }

        @Override
        String greeting(String token) {
            return "40{\"token\":\"" + token + "\"}";
        }

        @Override
        String frame(String event, @Nullable Integer id, Object data) {
            return "42" + (id == null ? "" : id) + JSON.writeValueAsString(new Object[]{event, data});
        }

        @Override
        Inbound read(String text) {
            if (text.equals("2")) {
                return new Inbound.Heartbeat("3");
            }
            return switch (text.substring(0, Math.min(2, text.length()))) {
                case "42" -> event(JSON.readTree(text.substring(2)));
                case "43" -> answer(text.substring(2));
                case "44" -> new Inbound.Refusal(null, JSON.readTree(text.substring(2)).get("data"));
                default -> new Inbound.Silence();
            };
        }

        private static Inbound event(JsonNode parts) {
            var name = parts.get(0).asString();
            return name.equals("error")
                    ? new Inbound.Refusal(null, parts.get(1))
                    : new Inbound.Event(name, parts.get(1));
        }

        private static Inbound answer(String text) {
            var payload = text.indexOf('[');
            var id = Integer.parseInt(text.substring(0, payload));
            var answer = JSON.readTree(text.substring(payload)).get(0);
            return answer.has("ok")
                    ? new Inbound.Ack(id, answer.get("ok"))
                    : new Inbound.Refusal(id, answer.get("error"));
        }
    };

    static final JsonMapper JSON = JsonMapper.shared();

    private final String label;

    Wire(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    abstract URI endpoint(URI gateway);

    /** What a client has to say first; nothing where the handshake said it. */
    abstract String greeting(String token);

    abstract String frame(String event, @Nullable Integer id, Object data);

    abstract Inbound read(String text);
}
