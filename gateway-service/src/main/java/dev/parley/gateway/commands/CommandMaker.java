package dev.parley.gateway.commands;

import dev.parley.contracts.Command;
import dev.parley.contracts.CommandId;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.gateway.protocol.Request;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Turns the requests of one session into commands. */
record CommandMaker(UserId userId, String sessionId, CommandIds ids, Clock clock) {

    Command send(Request.SendMessage request) {
        var messageId = request.messageId() == null ? new MessageId(ids.next()) : request.messageId();
        return command(
                new CommandId(messageId.value()),
                request.conversationId(),
                new Command.SendMessage(messageId, request.content(), request.recipientId(), request.replyTo()));
    }

    Command edit(Request.EditMessage request) {
        return command(
                new CommandId(ids.next()),
                request.conversationId(),
                new Command.EditMessage(request.messageId(), request.content()));
    }

    Command delete(Request.DeleteMessage request) {
        return command(
                new CommandId(ids.next()),
                request.conversationId(),
                new Command.DeleteMessage(request.messageId()));
    }

    Command mark(Request.Mark request) {
        return command(new CommandId(ids.next()), request.conversationId(), switch (request.kind()) {
            case DELIVERED -> new Command.MarkDelivered(request.seq());
            case READ -> new Command.MarkRead(request.seq());
        });
    }

    private Command command(CommandId id, ConversationId conversationId, Command.Body body) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Command(id, userId, conversationId, now, sessionId, body);
    }
}
