package dev.parley.gateway.protocol.socketio;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.gateway.protocol.FrameId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/** Writes the packets of a server around data that is JSON already. */
public final class Packets {

    /** The namespace that every client starts with, and that is never written out. */
    public static final String MAIN = "/";

    private Packets() {}

    /** Engine.IO: the first frame on every connection, with the rhythm of its pings. */
    public static byte[] open(String id, Duration ping, Duration pong, int maxPayload) {
        return ("0{\"sid\":\"" + id + "\",\"upgrades\":[],\"pingInterval\":" + ping.toMillis() + ",\"pingTimeout\":"
                + pong.toMillis() + ",\"maxPayload\":" + maxPayload + "}").getBytes(US_ASCII);
    }

    static byte[] ping() {
        return new byte[]{'2'};
    }

    public static byte[] connected(String namespace, String id) {
        return (head('0', namespace, null) + "{\"sid\":\"" + id + "\"}").getBytes(UTF_8);
    }

    /** @param data a JSON object in UTF-8 that says more; null if there is no more to say */
    public static byte[] refused(String namespace, String message, byte @Nullable [] data) {
        var start = head('4', namespace, null) + "{\"message\":\""
                + new String(JsonStringEncoder.getInstance().quoteAsCharArray(message)) + "\"";
        return data == null ? (start + "}").getBytes(UTF_8) : around(start + ",\"data\":", data, "}");
    }

    static byte[] disconnect() {
        return head('1', MAIN, null).getBytes(US_ASCII);
    }

    /**
     * @param name which needs no escaping
     * @param data a JSON value in UTF-8
     */
    public static byte[] event(String namespace, String name, byte[] data) {
        return around(head('2', namespace, null) + "[\"" + name + "\",", data, "]");
    }

    /** @param key under which the data stands in the only argument of the ack */
    static byte[] ack(FrameId id, String key, byte[] data) {
        return around(head('3', MAIN, id) + "[{\"" + key + "\":", data, "}]");
    }

    /** @param arguments a JSON array in UTF-8 */
    public static byte[] ack(String namespace, FrameId id, byte[] arguments) {
        return around(head('3', namespace, id), arguments, "");
    }

    /** A namespace has its comma, whether anything follows or not. */
    private static String head(char type, String namespace, @Nullable FrameId id) {
        var named = "4" + type + (namespace.equals(MAIN) ? "" : namespace + ",");
        return switch (id) {
            case null -> named;
            case FrameId.Whole whole -> named + whole.digits();
            case FrameId.Text _ -> throw new IllegalArgumentException("ack id: a text (expected: an integer)");
        };
    }

    private static byte[] around(String head, byte[] json, String tail) {
        var before = head.getBytes(UTF_8);
        var after = tail.getBytes(US_ASCII);
        var packet = new byte[before.length + json.length + after.length];
        System.arraycopy(before, 0, packet, 0, before.length);
        System.arraycopy(json, 0, packet, before.length, json.length);
        System.arraycopy(after, 0, packet, before.length + json.length, after.length);
        return packet;
    }
}
