package dev.parley.local;

import java.util.OptionalLong;

/** A line of {@code status}. */
record PartStatus(String part, OptionalLong pid, int port, Health health) {

    boolean isHealthy() {
        return health instanceof Health.Healthy;
    }

    String line() {
        var process = pid.isPresent() ? Long.toString(pid.getAsLong()) : "-";
        return "%-12s %8s %6d  %s".formatted(part, process, port, health.text());
    }
}
