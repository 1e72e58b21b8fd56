package dev.parley.gateway.session;

import dev.parley.contracts.Command;
import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.commands.Outcome;
import dev.parley.gateway.protocol.Answers;
import dev.parley.gateway.protocol.FrameId;
import dev.parley.gateway.protocol.Inbound;
import dev.parley.gateway.protocol.Refusal;
import dev.parley.gateway.protocol.RefusedRequest;
import dev.parley.gateway.protocol.Request;
import dev.parley.gateway.protocol.RequestReader;
import dev.parley.gateway.ratelimit.LimitSettings;
import dev.parley.gateway.upstream.Answer;
import org.jspecify.annotations.Nullable;

/** What becomes of a client's frames, whatever their framing. */
final class Dispatcher {

    private static final Refusal NO_ID = Refusal.of(
            ErrorCode.CHAT_INVALID_REQUEST, "id", "id: missing (expected: one, since the ack is what is asked for)");
    private static final Refusal LEAVING = Refusal.of(
            ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE, "this gateway is going away (expected: the same on another one)");

    private final FrameGate gate;
    private final RequestReader requests;
    private final Answerers answerers;
    private final SessionMetrics metrics;
    private final int malformedFrames;

    Dispatcher(FrameGate gate, LimitSettings limits, Answerers answerers, SessionMetrics metrics, int malformedFrames) {
        this.gate = gate;
        requests = new RequestReader(limits.contentCodePoints());
        this.answerers = answerers;
        this.metrics = metrics;
        this.malformedFrames = malformedFrames;
    }

    void received(Inbound frame, Client client) {
        metrics.frameIn();
        if (!client.session().isClosing() && gate.letsIn(frame, client)) {
            take(frame, client);
        }
    }

    private void take(Inbound frame, Client client) {
        switch (frame) {
            case Inbound.Named named -> {
                client.understood();
                dispatch(named, client);
            }
            case Inbound.Refused refused -> {
                client.understood();
                refuse(client, refused.id(), refused.refusal());
            }
            case Inbound.Alien alien -> {
                refuse(client, null, alien.refusal());
                if (client.misunderstood() > malformedFrames) {
                    client.session().close(CloseCode.NOT_THE_PROTOCOL);
                }
            }
        }
    }

    private void dispatch(Inbound.Named frame, Client client) {
        if (frame.id() != null && client.session().isLeaving()) {
            refuse(client, frame.id(), LEAVING);
            return;
        }
        try {
            var request = requests.read(frame.event(), frame.data(), client.session().userId());
            carryOut(request, frame.id(), client);
        } catch (RefusedRequest e) {
            refuse(client, frame.id(), e.refusal());
        }
    }

    private void carryOut(Request request, @Nullable FrameId id, Client client) {
        var commands = client.commands();
        switch (request) {
            case Request.SendMessage send -> commands.send(send, outcome -> answer(outcome, id, client));
            case Request.EditMessage edit -> commands.edit(edit, outcome -> answer(outcome, id, client));
            case Request.DeleteMessage delete -> commands.delete(delete, outcome -> answer(outcome, id, client));
            case Request.Mark mark when id == null -> commands.mark(mark, null);
            case Request.Mark mark -> commands.mark(mark, outcome -> answer(outcome, id, client));
            case Request.Sync _ when id == null -> refuse(client, null, NO_ID);
            case Request.Sync sync -> answerers.syncs().run(sync, client, answer -> answer(answer, id, client));
            case Request.Typing typing -> answerers.typing().signal(typing, client.session(), answer -> {
                // Nobody waits for it, so nobody is told what has become of it.
                if (id != null) {
                    answer(answer, id, client);
                }
            });
            case Request.WatchPresence _ when id == null -> refuse(client, null, NO_ID);
            case Request.WatchPresence watch -> answerers.presence()
                    .watch(watch, client.session(), answer -> answer(answer, id, client));
            case Request.RenewSession renewal -> answerers.renewals()
                    .renew(client.session(), renewal.token(), refusal -> answer(refusal, id, client));
            case Request.Ping _ -> acknowledge(client, id, Answers.accepted());
        }
    }

    private void answer(Outcome outcome, @Nullable FrameId id, Client client) {
        switch (outcome) {
            case Outcome.Appended appended -> acknowledge(client, id, dataOf(appended.command()));
            case Outcome.Failed failed -> refuse(client, id, failed.refusal());
        }
    }

    private void answer(Answer<byte[]> answer, @Nullable FrameId id, Client client) {
        switch (answer) {
            case Answer.Given<byte[]>(var data) -> acknowledge(client, id, data);
            case Answer.Refused<byte[]>(var refusal) -> refuse(client, id, refusal);
        }
    }

    private void answer(@Nullable Refusal refusal, @Nullable FrameId id, Client client) {
        if (refusal == null) {
            acknowledge(client, id, Answers.accepted());
        } else {
            refuse(client, id, refusal);
        }
    }

    private static byte[] dataOf(Command command) {
        return switch (command.body()) {
            case Command.SendMessage send ->
                Answers.sent(send.messageId(), command.conversationId(), command.acceptedAt());
            case Command.EditMessage _,Command.DeleteMessage _ -> Answers.taken(command.id());
            default -> Answers.accepted();
        };
    }

    /** Without an id, nobody waits for an ack. */
    private static void acknowledge(Client client, @Nullable FrameId id, byte[] data) {
        if (id != null) {
            client.session().acknowledge(id, data);
        }
    }

    private void refuse(Client client, @Nullable FrameId id, Refusal refusal) {
        metrics.refused();
        client.session().refuse(id, refusal);
    }
}
