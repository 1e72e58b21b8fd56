package dev.parley.local;

/** How a part is. */
sealed interface Health {

    record Healthy() implements Health {}

    /** Alive, and does not serve. */
    record Failing(String reason) implements Health {}

    record Paused() implements Health {}

    record Down() implements Health {}

    default String text() {
        return switch (this) {
            case Healthy() -> "healthy";
            case Failing(var reason) -> "failing: " + reason;
            case Paused() -> "paused";
            case Down() -> "down";
        };
    }
}
