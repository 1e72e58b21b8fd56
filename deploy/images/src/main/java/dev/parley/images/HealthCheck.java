package dev.parley.images;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How an engine asks a container whether it is well. */
record HealthCheck(List<String> command, Duration interval, Duration timeout, Duration startPeriod, int retries) {

    HealthCheck {
        command = List.copyOf(command);
    }

    static HealthCheck of(List<String> command) {
        return new HealthCheck(command, Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(180), 3);
    }

    /** As it stands in the configuration of a Docker image. */
    Map<String, Object> configuration() {
        return Map.of("Test", Stream.concat(Stream.of("CMD"), command.stream()).toList(),
                "Interval", interval.toNanos(), "Timeout", timeout.toNanos(), "StartPeriod", startPeriod.toNanos(),
                "Retries", retries);
    }
}
