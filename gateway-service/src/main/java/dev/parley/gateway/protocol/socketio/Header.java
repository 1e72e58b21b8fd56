package dev.parley.gateway.protocol.socketio;

import dev.parley.gateway.protocol.FrameId;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the payload of a message: {@code 4<type>[<namespace>,][<ack id>]}.
 *
 * @param payload the rest, which may be nothing
 */
record Header(char type, String namespace, @Nullable FrameId id, String payload) {

    static final int MAX_NAMESPACE = 128;
    private static final int NAMESPACE_AT = 2;
    private static final long MAX_ID = 1L << 53;
    private static final int MAX_ID_DIGITS = 16;

    /** @return null if there is no type, or the namespace or the id is out of bounds */
    static @Nullable Header read(String text) {
        if (text.length() < NAMESPACE_AT) {
            return null;
        }
        var namespace = namespace(text);
        var idAt = namespace == null ? NAMESPACE_AT : afterComma(NAMESPACE_AT + namespace.length(), text);
        var payloadAt = afterDigits(idAt, text);
        if (namespace != null && namespace.length() > MAX_NAMESPACE || !isId(text, idAt, payloadAt)) {
            return null;
        }
        return new Header(
                text.charAt(1),
                namespace == null ? Packets.MAIN : namespace,
                idAt == payloadAt ? null : new FrameId.Whole(text.substring(idAt, payloadAt)),
                text.substring(payloadAt));
    }

    /** The comma behind it may be left out where nothing follows. */
    private static @Nullable String namespace(String text) {
        if (!text.startsWith("/", NAMESPACE_AT)) {
            return null;
        }
        var comma = text.indexOf(',', NAMESPACE_AT);
        return text.substring(NAMESPACE_AT, comma < 0 ? text.length() : comma);
    }

    private static int afterComma(int comma, String text) {
        return Math.min(comma + 1, text.length());
    }

    /** Of ASCII only: other digits, and blanks, are not of the protocol. */
    private static int afterDigits(int start, String text) {
        var end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static boolean isId(String text, int start, int end) {
        return start == end || end - start <= MAX_ID_DIGITS && Long.parseLong(text, start, end, 10) <= MAX_ID;
    }
}
