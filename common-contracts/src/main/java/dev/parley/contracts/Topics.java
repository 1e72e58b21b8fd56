package dev.parley.contracts;

/** The topics, and where in them a conversation lives. */
public final class Topics {

    public static final String COMMANDS = "chat.commands";
    public static final String EVENTS = "chat.events";
    public static final String RECEIPTS = "chat.receipts";
    public static final String NOTIFICATIONS = "chat.notifications";

    private static final String DEAD_LETTERS = ".dlt";

    private Topics() {}

    /** Where records of {@code topic} go that could not be handled. */
    public static String deadLettersOf(String topic) {
        return topic + DEAD_LETTERS;
    }

    /**
     * The partition of a conversation, the same in every topic: the first 32 bits of its id, unsigned, modulo the
     * count. It follows from the id alone, which is why a count is final.
     *
     * @throws IllegalArgumentException if {@code partitions} is not positive
     */
    public static int partition(ConversationId conversationId, int partitions) {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions: " + partitions + " (expected: 1 or more)");
        }
        var first32Bits = conversationId.value().getMostSignificantBits() >>> Integer.SIZE;
        return (int) (first32Bits % partitions);
    }
}
