package dev.parley.load.client;

import java.util.Optional;

/** Where a device stands with its gateway. */
sealed interface Link {

    /** Not connected: new, or resting before another attempt. */
    record Idle() implements Link {}

    /** In line for a handshake. */
    record Waiting() implements Link {}

    /** Connected or connecting, not yet told that the session is ready. */
    record Opening(GatewaySocket open) implements Link {}

    record Ready(GatewaySocket open) implements Link {}

    record Stopped() implements Link {}

    default Optional<GatewaySocket> socket() {
        return switch (this) {
            case Opening(var open) -> Optional.of(open);
            case Ready(var open) -> Optional.of(open);
            case Idle _,Waiting _,Stopped _ -> Optional.empty();
        };
    }
}
