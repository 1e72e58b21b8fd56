package dev.parley.contractcheck;

import java.util.regex.Pattern;

/**
 * A packet of Socket.IO, taken apart.
 *
 * @param head what kind of packet it is
 * @param id digits, or nothing
 * @param json what stands behind all this, or nothing
 */
record Packet(String head, String id, String json) {

    private static final Pattern FORM = Pattern.compile("(4[0-6]|[0-6])(?:/[^,]*,?)?(\\d*)(.*)", Pattern.DOTALL);

    static Packet of(String text) {
        var parts = FORM.matcher(text);
        return parts.matches()
                ? new Packet(parts.group(1), parts.group(2), parts.group(3))
                : new Packet("", "", "");
    }

    boolean isConnect() {
        return head.equals("40");
    }

    boolean isRefusal() {
        return head.equals("44");
    }
}
