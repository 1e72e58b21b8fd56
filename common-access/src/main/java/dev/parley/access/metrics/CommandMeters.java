package dev.parley.access.metrics;

import dev.parley.contracts.CommandKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Commands on their way into the log: taken = accepted + failed + still on the way. What is accepted is in the log; what
 * failed is not, or nobody knows.
 */
public final class CommandMeters {

    private final Map<CommandKind, Counter> taken;
    private final Map<CommandKind, Counter> accepted;
    private final Map<CommandKind, Counter> failed;

    public CommandMeters(MeterRegistry registry) {
        taken = counters(registry, "parley.commands.taken", "Commands given to the log");
        accepted = counters(registry, "parley.commands.accepted", "Commands that the log has acked");
        failed = counters(registry, "parley.commands.failed", "Commands that the log has not acked in time");
    }

    public void taken(CommandKind kind) {
        count(taken, kind);
    }

    public void accepted(CommandKind kind) {
        count(accepted, kind);
    }

    public void failed(CommandKind kind) {
        count(failed, kind);
    }

    private static void count(Map<CommandKind, Counter> counters, CommandKind kind) {
        Objects.requireNonNull(counters.get(kind)).increment();
    }

    private static Map<CommandKind, Counter> counters(MeterRegistry registry, String name, String description) {
        var counters = new EnumMap<CommandKind, Counter>(CommandKind.class);
        for (var kind : CommandKind.values()) {
            counters.put(kind, Counter.builder(name)
                    .description(description)
                    .tag("kind", kind.label())
                    .register(registry));
        }
        return counters;
    }
}
