package dev.parley.gateway.commands;

import dev.parley.contracts.Command;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what goes to the log. Taken = accepted + failed + still on the way. */
final class CountedCommandLog implements CommandLog {

    private static final Logger log = LoggerFactory.getLogger(CountedCommandLog.class);

    private final CommandLog target;
    private final Counter taken;
    private final Counter accepted;
    private final Counter failed;

    CountedCommandLog(CommandLog target, MeterRegistry metrics) {
        this.target = target;
        taken = Counter.builder("parley.gateway.commands.taken").description("given to the log").register(metrics);
        accepted = Counter.builder("parley.gateway.commands.accepted").description("acked").register(metrics);
        failed = Counter.builder("parley.gateway.commands.failed").description("not acked").register(metrics);
    }

    @Override
    public void append(Command command, Done done) {
        taken.increment();
        target.append(command, failure -> {
            if (failure == null) {
                accepted.increment();
            } else {
                failed.increment();
                log.debug("commandId={} was not acked: {}", command.id(), failure.toString());
            }
            done.done(failure);
        });
    }

    @Override
    public void later(Runnable task, long delayNanos) {
        target.later(task, delayNanos);
    }
}
