package dev.parley.gateway.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** What {@code XINFO STREAM} says, as far as it matters: how many entries there were ever, and how many there are. */
record StreamInfo(long entriesAdded, long length) {

    /** @throws IllegalStateException if Redis is too old to count (before 7.0) */
    static StreamInfo of(List<Object> answer) {
        return new StreamInfo(number(answer, "entries-added"), number(answer, "length"));
    }

    /** Entries are never deleted, only cut off at the old end. */
    long cutOff() {
        return entriesAdded - length;
    }

    private static long number(List<Object> answer, String name) {
        for (var i = 0; i + 1 < answer.size(); i += 2) {
            if (name.equals(text(answer.get(i))) && answer.get(i + 1) instanceof Long number) {
                return number;
            }
        }
        throw new IllegalStateException("XINFO STREAM: no " + name + " (expected: Redis 7.0 or newer)");
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, UTF_8) : String.valueOf(value);
    }
}
