package dev.parley.local.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Input that no honest client sends: from nearly right to noise. The same seed makes the same garbage. */
final class Garbage {

    private static final List<String> EVENTS = List.of(
            "message:send", "message:edit", "message:delete", "message:delivered", "message:read", "typing:start",
            "typing:stop", "sync", "presence:watch", "ping", "ack", "error", "session:ready", "connect", "disconnect",
            "message:new", "", "__proto__", "message:send ");
    private static final List<String> FIELDS = List.of(
            "conversationId", "recipientId", "content", "messageId", "replyTo", "seq", "token", "limit", "userIds",
            "title", "participantIds", "participantId", "constructor", "query", "senderId", "from", "to", "sort",
            "cursor");
    private static final List<String> TEXTS = List.of(
            "", " ", "\0", "\ud800", "\udc00x", "null", "-1", "1e309", "../../etc/passwd", "%00", "%zz", "{{7*7}}",
            "' OR 1=1 --", "<script>", "\u202e", "e\u0301".repeat(40), "🦜".repeat(300), "\uffff", "\r\nX: y",
            "00000000-0000-0000-0000-000000000000");

    private final Random random;
    private final List<String> known;

    /** @param known ids that exist, so that some garbage gets past the first check */
    Garbage(long seed, List<String> known) {
        random = new Random(seed);
        this.known = List.copyOf(known);
    }

    String frame() {
        return switch (random.nextInt(8)) {
            case 0 -> noise();
            case 1 -> mangled(Wire.PLAIN.frame(event(), random.nextInt(), fields()));
            case 2 -> "[".repeat(1 + random.nextInt(30_000));
            case 3 -> "{\"event\":\"" + event() + "\",\"id\":" + literal() + ",\"data\":" + literal() + "}";
            default -> Wire.PLAIN.frame(event(), random.nextBoolean() ? random.nextInt() : null, fields());
        };
    }

    String packet() {
        return switch (random.nextInt(8)) {
            case 0 -> noise();
            case 1 -> mangled(Wire.SOCKET_IO.frame(event(), random.nextInt(1000), fields()));
            case 2 -> "42" + "[".repeat(1 + random.nextInt(30_000));
            case 3 -> "4" + random.nextInt(10) + oneOf(List.of("", "/", "/x", "/x,", "1-", "[]", "9".repeat(30)))
                    + literal();
            default -> Wire.SOCKET_IO.frame(event(), random.nextBoolean() ? random.nextInt(1000) : null, fields());
        };
    }

    /** JSON, mostly. */
    String body() {
        return switch (random.nextInt(6)) {
            case 0 -> noise();
            case 1 -> mangled(Wire.JSON.writeValueAsString(fields()));
            case 2 -> literal();
            default -> Wire.JSON.writeValueAsString(fields());
        };
    }

    String id() {
        return random.nextInt(3) > 0 ? oneOf(known) : text();
    }

    String text() {
        return switch (random.nextInt(5)) {
            case 0 -> UUID.randomUUID().toString();
            case 1 -> Long.toString(random.nextLong());
            case 2 -> noise();
            default -> oneOf(TEXTS);
        };
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String event() {
        return random.nextInt(20) == 0 ? noise() : oneOf(EVENTS);
    }

    private Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        for (var n = random.nextInt(5); n > 0; n--) {
            fields.put(oneOf(FIELDS), value(2));
        }
        return fields;
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth == 0 ? 7 : 9)) {
            case 0, 1, 2 -> oneOf(known);
            case 3 -> random.nextLong();
            case 4 -> random.nextDouble() * 1e300;
            case 5 -> random.nextBoolean();
            case 6 -> wellFormed(text());
            case 7 -> {
                var list = new ArrayList<Object>();
                for (var n = random.nextInt(4); n > 0; n--) {
                    list.add(value(depth - 1));
                }
                yield list;
            }
            default -> Map.of(oneOf(FIELDS), value(depth - 1));
        };
    }

    private String literal() {
        return oneOf(List.of("null", "true", "17", "-0", "1e400", "1e-400", "9".repeat(2_000), "\"\\ud800\"",
                "\"\\u0000\"", "[]", "{}", "[[[]]]", "{\"a\":1,\"a\":2}", "{", "\"", "NaN",
                "{\"content\":\"\\ud83d\"}"));
    }

    private String mangled(String text) {
        var at = random.nextInt(text.length() + 1);
        return wellFormed(switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + noise() + text.substring(at);
            default -> text + text;
        });
    }

    private String noise() {
        var noise = new StringBuilder();
        for (var n = random.nextInt(40); n > 0; n--) {
            noise.append((char) random.nextInt(random.nextBoolean() ? 128 : 0xD800));
        }
        return noise.toString();
    }

    /** What this side's own socket would not send at all would test nothing. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }
}
