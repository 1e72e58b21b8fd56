package dev.parley.load.client;

import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.ServerFrame;
import dev.parley.load.wire.ServerFrame.Trouble;

/** Hands what a gateway says to the part of the device that it is for. */
final class Hearing {

    private final Answers answers;
    private final Shelf shelf;
    private final Catchup catchup;
    private final DeviceListener listener;
    private final Control control;

    /** Who waits for answers. */
    record Answers(Questions questions, Outbox outbox) {}

    /** The device itself. */
    interface Control {

        void sessionReady();

        void reconnectAfter(long millis);
    }

    Hearing(Answers answers, Shelf shelf, Catchup catchup, DeviceListener listener, Control control) {
        this.answers = answers;
        this.shelf = shelf;
        this.catchup = catchup;
        this.listener = listener;
        this.control = control;
    }

    void take(ServerFrame frame) {
        switch (frame) {
            case ServerFrame.OfConversation event -> take(event);
            case ServerFrame.Receipt(var kind, var conversation, var who, var seq) ->
                listener.receipt(kind, conversation, who, seq, Arrival.LIVE);
            case ServerFrame.Acked acked -> {
                if (!answers.questions().answered(acked.id(), acked)) {
                    answers.outbox().acked(acked);
                }
            }
            case ServerFrame.Synced synced -> answers.questions().answered(synced.id(), synced);
            case ServerFrame.Failed(var id, var trouble) -> failed(id == null ? 0 : id, trouble);
            case ServerFrame.Ready _ -> control.sessionReady();
            case ServerFrame.Rejected rejected -> rejected(rejected);
            case ServerFrame.Presence(var who, var online) -> listener.presence(who, online);
            case ServerFrame.Typing(var conversation, var who, var started) ->
                listener.typing(conversation, who, started);
            case ServerFrame.SyncRequired _ -> {
                listener.syncRequired();
                catchup.begin();
            }
            case ServerFrame.Closing(_, var afterMs) -> control.reconnectAfter(afterMs);
            case ServerFrame.Unknown _ -> {
                // An event of a later version: ignored, as the protocol asks.
            }
        }
    }

    private void take(ServerFrame.OfConversation event) {
        if (catchup.holdsBack()) {
            catchup.holdBack(event);
        } else if (!shelf.live(event)) {
            // Of a conversation that nobody spoke of: whether this user is in it, the server knows.
            catchup.holdBack(event);
            catchup.begin();
        }
    }

    private void failed(long frame, Trouble trouble) {
        if (!answers.questions().refused(frame, trouble)) {
            answers.outbox().failed(frame, trouble);
        }
    }

    /** A send is named by its message, anything else by the command that its ack told of. */
    void rejected(ServerFrame.Rejected rejected) {
        try {
            listener.refused(MessageId.parse(rejected.commandId()), rejected.code());
        } catch (IllegalArgumentException e) {
            listener.unreachable("a refusal names " + rejected.commandId() + " (expected: a UUID)");
        }
    }
}
