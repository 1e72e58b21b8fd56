package dev.parley.load.replay;

import dev.parley.load.wire.Command;
import dev.parley.load.check.DeviceRecorder;
import dev.parley.load.client.Arrival;
import dev.parley.load.client.ForwardingListener;
import dev.parley.load.wire.Conversation;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MarkKind;
import dev.parley.load.wire.Message;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.UserId;

/** Tells what happens on one device to the recorder, and then to the conductor. */
final class ReplayDevice extends ForwardingListener {

    private final UserId user;
    private final Conductor conductor;
    private final Attendance attendance;

    ReplayDevice(UserId user, DeviceRecorder recorder, Conductor conductor, Attendance attendance) {
        super(recorder);
        this.user = user;
        this.conductor = conductor;
        this.attendance = attendance;
    }

    @Override
    public void met(Conversation conversation) {
        super.met(conversation);
        conductor.met(conversation);
    }

    @Override
    public void sent(Command.Send send) {
        super.sent(send);
        conductor.sent(send.message());
    }

    @Override
    public void resent(MessageId message) {
        conductor.resent();
    }

    @Override
    public void acked(MessageId message, ConversationId conversation) {
        super.acked(message, conversation);
        conductor.acked(message);
    }

    @Override
    public void refused(MessageId message, String code) {
        super.refused(message, code);
        conductor.refused(message, code);
    }

    @Override
    public void received(Message message, Arrival arrival) {
        super.received(message, arrival);
        conductor.received(user, message, arrival);
    }

    @Override
    public void receipt(MarkKind kind, ConversationId conversation, UserId who, long seq, Arrival arrival) {
        super.receipt(kind, conversation, who, seq, arrival);
        conductor.receipt(user, conversation, kind, who, seq);
    }

    @Override
    public void synced() {
        attendance.arrived(user);
        conductor.synced(user);
    }

    @Override
    public void disconnected(String reason) {
        conductor.disconnected(reason);
    }

    @Override
    public void unreachable(String reason) {
        conductor.unreachable(reason);
    }

    @Override
    public void stopped(String reason) {
        attendance.refused(user, reason);
    }
}
