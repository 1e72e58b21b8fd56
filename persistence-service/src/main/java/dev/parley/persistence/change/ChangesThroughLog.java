package dev.parley.persistence.change;

import dev.parley.access.rest.ChatException;
import dev.parley.contracts.Command;
import dev.parley.contracts.CommandId;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A change that a REST call asks for: into the log, then as long as it takes to be decided. */
@Component
public class ChangesThroughLog {

    private final CommandLog log;
    private final Decisions decisions;
    private final JdbcClient jdbc;
    private final ChangeSettings settings;
    private final Clock clock;

    ChangesThroughLog(
            CommandLog log, Decisions decisions, JdbcClient jdbc, ChangeSettings settings, Clock clock) {
        this.log = log;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Returns when the command has been decided and not refused.
     *
     * @throws ChatException with the code of the refusal, or that of a retryable error past the deadline
     */
    public void apply(UserId userId, ConversationId conversationId, Command.Body body) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var deadline = now.plus(settings.deadline());
        var command = new Command(new CommandId(UUID.randomUUID()), userId, conversationId, now, null, body);
        var position = log.append(command, settings.deadline());
        var left = Duration.between(clock.instant(), deadline);
        try {
            decisions.passed(position, left).get(settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw ChatException.unavailable(
                    "the change is in the log and not decided within " + settings.deadline().toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ChatException.unavailable("the service is stopping; try again");
        }
        requireNotRefused(position);
    }

    private void requireNotRefused(LogPosition position) {
        jdbc.sql("SELECT code, reason FROM refusals WHERE log_partition = ? AND log_offset = ?")
                .params(position.partition(), position.offset())
                .query((row, _) -> new ChatException(ErrorCode.valueOf(row.getString("code")), row.getString("reason")))
                .optional()
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }
}
