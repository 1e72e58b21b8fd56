package dev.parley.gateway.commands;

import dev.parley.contracts.UserId;
import java.time.Clock;

/** Opens the way to the log for each session. */
public final class Commands {

    private final CommandLog log;
    private final ReceiptBuffer receipts;
    private final CommandIds ids;
    private final Clock clock;
    private final int sendsPerSession;

    Commands(CommandLog log, CommandSettings settings, Clock clock) {
        this.log = log;
        this.clock = clock;
        receipts = new ReceiptBuffer(log, settings.receipts());
        ids = new CommandIds(clock);
        sendsPerSession = settings.sendsPerSession();
    }

    public SessionCommands of(UserId userId, String sessionId) {
        return new SessionCommands(
                new CommandMaker(userId, sessionId, ids, clock), new SendQueue(log, sendsPerSession), receipts);
    }
}
