package dev.parley.contracts;

import java.util.UUID;

/** One run of one gateway process: new at every start, so that a lease can't be taken over by mistake. */
public record GatewayId(String value) {

    public GatewayId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("gatewayId: blank (expected: a name)");
        }
    }

    public static GatewayId random() {
        return new GatewayId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
