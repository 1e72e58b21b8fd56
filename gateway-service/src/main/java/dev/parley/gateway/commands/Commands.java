package dev.parley.gateway.commands;

import dev.parley.contracts.UserId;
import dev.parley.gateway.ratelimit.MessageLimit;
import dev.parley.tracing.Tracing;
import java.time.Clock;

/** Opens the way to the log for each session. */
public final class Commands {

    private final CommandLog log;
    private final MessageLimit limit;
    private final ReceiptBuffer receipts;
    private final CommandIds ids;
    private final CommandSpans spans;
    private final Clock clock;
    private final int sendsPerSession;

    Commands(CommandLog log, MessageLimit limit, CommandSettings settings, Clock clock, Tracing tracing) {
        this.log = log;
        this.limit = limit;
        this.clock = clock;
        spans = new CommandSpans(tracing);
        receipts = new ReceiptBuffer(log, settings.receipts(), spans);
        ids = new CommandIds(clock);
        sendsPerSession = settings.sendsPerSession();
    }

    public SessionCommands of(UserId userId, String sessionId) {
        var sends = new SendQueue(log, () -> limit.take(userId), sendsPerSession);
        return new SessionCommands(new CommandMaker(userId, sessionId, ids, clock), sends, receipts, spans);
    }
}
