package dev.parley.gateway.commands;

import dev.parley.contracts.Command;
import dev.parley.gateway.protocol.Request;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The way of one session's commands to the log. */
public final class SessionCommands {

    private final CommandMaker maker;
    private final SendQueue sends;
    private final ReceiptBuffer receipts;
    private final CommandSpans spans;

    SessionCommands(CommandMaker maker, SendQueue sends, ReceiptBuffer receipts, CommandSpans spans) {
        this.maker = maker;
        this.sends = sends;
        this.receipts = receipts;
        this.spans = spans;
    }

    /** Never blocks; the answer may come on any thread, or at once. */
    public void send(Request.SendMessage request, Consumer<Outcome> answer) {
        offer("send", maker.send(request), answer);
    }

    /** Behind the sends before it, one of which may be of the message that it changes. */
    public void edit(Request.EditMessage request, Consumer<Outcome> answer) {
        offer("edit", maker.edit(request), answer);
    }

    public void delete(Request.DeleteMessage request, Consumer<Outcome> answer) {
        offer("delete", maker.delete(request), answer);
    }

    private void offer(String name, Command command, Consumer<Outcome> answer) {
        var span = spans.begin(name, command);
        sends.offer(command, span, CommandSpans.ending(span, answer));
    }

    /** Whether sends have no answer yet. */
    public boolean areSending() {
        return sends.isBusy();
    }

    /** @param answer null where the client has not asked for one */
    public void mark(Request.Mark request, @Nullable Consumer<Outcome> answer) {
        var key = new ReceiptBuffer.Key(maker.sessionId(), request.conversationId(), request.kind());
        receipts.add(key, request.seq(), maker.mark(request), answer);
    }
}
