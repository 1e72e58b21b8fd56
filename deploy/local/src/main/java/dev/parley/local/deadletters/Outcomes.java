package dev.parley.local.deadletters;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import dev.parley.contracts.ErrorCode;
import dev.parley.local.targets.Store;

/** What the writer made of a command, as its database tells. */
public final class Outcomes implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Connection connection;

    public Outcomes(Store store) throws DeadLetterException {
        try {
            connection = store.connect();
        } catch (SQLException e) {
            throw new DeadLetterException(store + ": no connection: " + e.getMessage(), e);
        }
    }

    /** What a command came to. */
    public enum Outcome {
        DECIDED("decided"),
        REFUSED("refused to its sender"),
        DEAD_AGAIN("put aside again"),
        PENDING("not decided after " + PATIENCE.toSeconds()
                + " s: the writer is behind, or stopped (chat.commands lag, "
                + "health of persistence)");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    public Outcome await(Place place) throws DeadLetterException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!isPassed(place)) {
                if (System.nanoTime() > deadline) {
                    return Outcome.PENDING;
                }
                TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
            }
            return refusal(place).map(code -> code.equals(ErrorCode.CHAT_INTERNAL.name())
                    ? Outcome.DEAD_AGAIN
                    : Outcome.REFUSED).orElse(Outcome.DECIDED);
        } catch (SQLException e) {
            throw new DeadLetterException(place + ": it is in the log, and what became of it can't be read: "
                    + e.getMessage(), e);
        }
    }

    private boolean isPassed(Place place) throws SQLException {
        try (var query = connection
                .prepareStatement("SELECT next_offset FROM writer_progress WHERE log_partition = ?")) {
            query.setInt(1, place.partition());
            try (var rows = query.executeQuery()) {
                return rows.next() && rows.getLong(1) > place.offset();
            }
        }
    }

    private Optional<String> refusal(Place place) throws SQLException {
        try (var query = connection
                .prepareStatement("SELECT code FROM refusals WHERE log_partition = ? AND log_offset = ?")) {
            query.setInt(1, place.partition());
            query.setLong(2, place.offset());
            try (var rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    @Override
    public void close() throws DeadLetterException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new DeadLetterException("the connection to the database did not close", e);
        }
    }
}
