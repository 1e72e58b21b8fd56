package dev.parley.load.client;

import java.time.Duration;

/** How a simulated device behaves. */
public record ClientSettings(Patience patience, Backoff backoff, MarkPolicy marks, Bounds bounds) {

    public static ClientSettings defaults() {
        return new ClientSettings(Patience.defaults(), new Backoff(Duration.ofMillis(100), Duration.ofSeconds(3)),
                MarkPolicy.BOTH, Bounds.defaults());
    }

    public ClientSettings withMarks(MarkPolicy policy) {
        return new ClientSettings(patience, backoff, policy, bounds);
    }

    public ClientSettings withPatience(Patience other) {
        return new ClientSettings(other, backoff, marks, bounds);
    }

    public ClientSettings withBackoff(Backoff other) {
        return new ClientSettings(patience, other, marks, bounds);
    }

    /** Which marks a device sends once it holds a message. */
    public enum MarkPolicy {
        NONE,
        DELIVERED,
        BOTH
    }

    /**
     * How long to wait: for the handshake, for an ack until the send is repeated, for any byte of the server (it pings every
     * 25 s) until the socket is given up, and after the last mark of a conversation until it is sent again with a request for
     * an answer. (Marks go out unanswered, and one that a gateway could not hand on would otherwise be missed by nobody.)
     */
    public record Patience(Duration handshake, Duration ack, Duration silence, Duration markConfirmation) {

        public static Patience defaults() {
            return new Patience(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(60),
                    Duration.ofSeconds(10));
        }
    }

    /** How much is kept: sends that wait, live events held back while syncing, and messages beyond a gap. */
    public record Bounds(int outbox, int heldBack, int beyondGap) {

        public static Bounds defaults() {
            return new Bounds(10_000, 10_000, 1_000);
        }
    }
}
