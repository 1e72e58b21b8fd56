package dev.parley.local.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;

/**
 * What is to be found out.
 *
 * @param conversation makes it quick: only one partition is read, and the row is found by its key
 * @param window       how long after its time the log is read; or how far back, where its time is not known
 * @param content      whether what the message says is printed
 * @param asked        when this is asked
 */
public record Question(MessageId message, Optional<ConversationId> conversation, Duration window, boolean content,
        Instant asked) {

    /** Clocks of clients are not ours. */
    private static final Duration BEFORE = Duration.ofMinutes(2);
    private static final int TIME_BITS = 48;
    private static final int TIME_ORDERED = 7;

    /** When its client made the id, if it is one that tells. */
    Optional<Instant> made() {
        var id = message.value();
        return id.version() == TIME_ORDERED
                ? Optional.of(Instant.ofEpochMilli(id.getMostSignificantBits() >>> (Long.SIZE - TIME_BITS)))
                : Optional.empty();
    }

    Window around(Instant time) {
        return new Window(time.minus(BEFORE), time.plus(window));
    }

    /** For what has no known time: it may have come just now, and still wait. */
    Window latest() {
        return new Window(asked.minus(window), asked);
    }

    Question in(ConversationId found) {
        return new Question(message, Optional.of(found), window, content, asked);
    }

    /** A stretch of the log. */
    record Window(Instant from, Instant to) {

        @Override
        public String toString() {
            return Clocks.time(from) + " to " + Clocks.time(to);
        }
    }
}
