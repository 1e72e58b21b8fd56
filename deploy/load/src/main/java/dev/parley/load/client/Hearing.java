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
            case ServerFrame.Changed(var change) -> {
                if (catchup.isRunning()) {
                    catchup.holdBack(change);
                } else {
                    shelf.live(change);
                }
            }
            case ServerFrame.Receipt(var kind, var conversation, var who, var seq) ->
                listener.receipt(kind, conversation, who, seq, Arrival.LIVE);
            case ServerFrame.Acked(var id, _, var conversation) -> {
                if (!answers.questions().answered(id)) {
                    answers.outbox().acked(id, conversation);
                }
            }
            case ServerFrame.Failed(var id, var trouble) -> failed(id == null ? 0 : id, trouble);
            case ServerFrame.Ready _ -> control.sessionReady();
            case ServerFrame.Rejected(var command, _, var code) -> rejected(command, code);
            case ServerFrame.Created(var conversation) -> shelf.meet(conversation);
            case ServerFrame.Removed(var conversation) -> shelf.forget(conversation);
            case ServerFrame.Typing(var conversation, var who, var started) ->
                listener.typing(conversation, who, started);
            case ServerFrame.SyncRequired _ -> catchup.begin();
            case ServerFrame.Closing(_, var afterMs) -> control.reconnectAfter(afterMs);
            case ServerFrame.Unknown _ -> {
                // An event of a later version: ignored, as the protocol asks.
            }
        }
    }

    private void failed(long frame, Trouble trouble) {
        if (!answers.questions().refused(frame)) {
            answers.outbox().failed(frame, trouble);
        }
    }

    /** Only sends are named by their message; the refusal of anything else is no news of a message. */
    private void rejected(String command, String code) {
        try {
            listener.refused(MessageId.parse(command), code);
        } catch (IllegalArgumentException e) {
            listener.unreachable("a refusal names " + command + " (expected: a UUID)");
        }
    }
}
