package dev.parley.gateway.headcount;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.GatewayId;
import dev.parley.contracts.UserId;

/** A session, as far as other gateways know it. No id has a slash in it, except perhaps a user's. */
record Seat(GatewayId gatewayId, String sessionId) {

    /** With whose seat it is: what one gateway tells another. */
    record Of(String sessionId, UserId userId) {

        byte[] toBytes() {
            return (sessionId + "/" + userId).getBytes(UTF_8);
        }

        /** @throws IllegalArgumentException if it is nothing of the kind */
        static Of of(byte[] bytes) {
            var parts = halves(new String(bytes, UTF_8));
            return new Of(parts[0], new UserId(parts[1]));
        }
    }

    /** @throws IllegalArgumentException if it is nothing of the kind */
    static Seat of(String member) {
        var parts = halves(member);
        return new Seat(new GatewayId(parts[0]), parts[1]);
    }

    private static String[] halves(String text) {
        var parts = text.split("/", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("a seat without a slash (expected: one between two ids)");
        }
        return parts;
    }

    String member() {
        return gatewayId + "/" + sessionId;
    }
}
