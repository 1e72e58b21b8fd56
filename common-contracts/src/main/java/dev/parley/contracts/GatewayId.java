package dev.parley.contracts;

import java.util.UUID;

/** One lease of one gateway process: new at every start and after a lost lease, so none is taken over by mistake. */
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
