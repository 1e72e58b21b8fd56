package dev.parley.gateway.commands;

import dev.parley.access.logs.LogKeys;
import dev.parley.access.metrics.CommandMeters;
import dev.parley.access.metrics.Latency.Stage;
import dev.parley.access.metrics.Latency;
import dev.parley.contracts.Command;
import dev.parley.contracts.CommandKind;
import dev.parley.tracing.Span;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what goes to the log, and times what is sent. */
final class CountedCommandLog implements CommandLog {

    private static final Logger log = LoggerFactory.getLogger(CountedCommandLog.class);

    private final CommandLog target;
    private final Clock clock;
    private final CommandMeters meters;
    private final Latency logging;

    CountedCommandLog(CommandLog target, MeterRegistry metrics, Clock clock) {
        this.target = target;
        this.clock = clock;
        meters = new CommandMeters(metrics);
        logging = new Latency(metrics, Stage.RECEIVED_TO_LOGGED);
    }

    @Override
    public void append(Command command, Span span, Done done) {
        var kind = CommandKind.of(command);
        meters.taken(kind);
        target.append(command, span, failure -> {
            if (failure == null) {
                meters.accepted(kind);
                time(command);
            } else {
                meters.failed(kind);
                log.atDebug().addKeyValue(LogKeys.COMMAND_ID, command.id()).log("not acked: {}", failure.toString());
            }
            done.done(failure);
        });
    }

    private void time(Command command) {
        if (command.body() instanceof Command.SendMessage) {
            logging.record(Duration.ofMillis(clock.millis() - command.acceptedAt().toEpochMilli()));
        }
    }

    @Override
    public void later(Runnable task, long delayNanos) {
        target.later(task, delayNanos);
    }
}
