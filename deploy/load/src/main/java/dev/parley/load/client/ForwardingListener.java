package dev.parley.load.client;

import dev.parley.load.wire.Command;
import dev.parley.load.wire.Conversation;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.GroupChange;
import dev.parley.load.wire.MarkKind;
import dev.parley.load.wire.Message;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.UserId;

/** Passes on all that happens to another listener, for those who want to hear some of it as well. */
public abstract class ForwardingListener implements DeviceListener {

    private final DeviceListener next;

    protected ForwardingListener(DeviceListener next) {
        this.next = next;
    }

    @Override
    public void met(Conversation conversation) {
        next.met(conversation);
    }

    @Override
    public void sent(Command.Send send) {
        next.sent(send);
    }

    @Override
    public void resent(MessageId message) {
        next.resent(message);
    }

    @Override
    public void acked(MessageId message, ConversationId conversation) {
        next.acked(message, conversation);
    }

    @Override
    public void refused(MessageId message, String code) {
        next.refused(message, code);
    }

    @Override
    public void altering(Command alteration) {
        next.altering(alteration);
    }

    @Override
    public void altered(Command alteration, String command, boolean repeated) {
        next.altered(alteration, command, repeated);
    }

    @Override
    public void notAltered(Command alteration, String code) {
        next.notAltered(alteration, code);
    }

    @Override
    public void left(ConversationId conversation, long seq) {
        next.left(conversation, seq);
    }

    @Override
    public void groupChanged(ConversationId conversation, long seq, GroupChange change) {
        next.groupChanged(conversation, seq, change);
    }

    @Override
    public void forgotten() {
        next.forgotten();
    }

    @Override
    public void presence(UserId user, boolean online) {
        next.presence(user, online);
    }

    @Override
    public void syncRequired() {
        next.syncRequired();
    }

    @Override
    public void received(Message message, Arrival arrival) {
        next.received(message, arrival);
    }

    @Override
    public void covered(ConversationId conversation, long through) {
        next.covered(conversation, through);
    }

    @Override
    public void marked(MarkKind kind, ConversationId conversation, long seq) {
        next.marked(kind, conversation, seq);
    }

    @Override
    public void receipt(MarkKind kind, ConversationId conversation, UserId user, long seq, Arrival arrival) {
        next.receipt(kind, conversation, user, seq, arrival);
    }

    @Override
    public void typing(ConversationId conversation, UserId user, boolean started) {
        next.typing(conversation, user, started);
    }

    @Override
    public void ready() {
        next.ready();
    }

    @Override
    public void synced() {
        next.synced();
    }

    @Override
    public void disconnected(String reason) {
        next.disconnected(reason);
    }

    @Override
    public void unreachable(String reason) {
        next.unreachable(reason);
    }

    @Override
    public void stopped(String reason) {
        next.stopped(reason);
    }
}
