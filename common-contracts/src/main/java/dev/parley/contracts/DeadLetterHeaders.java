package dev.parley.contracts;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a record of a {@code .dlt} topic carries beside its own headers: why it was put aside, and the place it came
 * from. Values are UTF-8.
 */
public final class DeadLetterHeaders {

    public static final String REASON = "parley-reason";
    public static final String PARTITION = "parley-partition";
    public static final String OFFSET = "parley-offset";

    /** On a record that an operator gave another try: the dead letter it repeats, {@code topic:partition:offset}. */
    public static final String REPLAY_OF = "parley-replay-of";
    /** On the note behind a dead letter, beside {@link #REPLAY_OF}: where the repetition of it went. */
    public static final String REPLAYED_AS = "parley-replayed-as";

    private DeadLetterHeaders() {}

    /** @param reason names no text of a message */
    public static Map<String, byte[]> of(String reason, int partition, long offset) {
        return Map.of(
                REASON, utf8(reason),
                PARTITION, utf8(Integer.toString(partition)),
                OFFSET, utf8(Long.toString(offset)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
