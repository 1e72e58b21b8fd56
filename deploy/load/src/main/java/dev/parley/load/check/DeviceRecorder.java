package dev.parley.load.check;

import dev.parley.load.client.Arrival;
import dev.parley.load.client.ClientSettings.MarkPolicy;
import dev.parley.load.client.DeviceListener;
import dev.parley.load.wire.Content;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MarkKind;
import dev.parley.load.wire.Message;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.Target;
import dev.parley.load.wire.UserId;
import java.util.ArrayList;
import java.util.List;

/** The log of one device as it grows. Written by the device's event loop, read by whoever checks. */
public final class DeviceRecorder implements DeviceListener {

    private final UserId user;
    private final int number;
    private final MarkPolicy marks;
    private final Interned ids;
    private final List<DeviceLog.Entry> entries = new ArrayList<>();
    private boolean present = true;

    DeviceRecorder(UserId user, int number, MarkPolicy marks, Interned ids) {
        this.user = user;
        this.number = number;
        this.marks = marks;
        this.ids = ids;
    }

    UserId user() {
        return user;
    }

    /** The log so far. */
    public synchronized DeviceLog log() {
        return new DeviceLog(user, number, marks, present, entries);
    }

    /** From here on the device need not follow what happens: its owner ended it on purpose. */
    public synchronized void left() {
        present = false;
    }

    private synchronized void add(Event event) {
        entries.add(new DeviceLog.Entry(System.nanoTime(), event));
    }

    @Override
    public void sent(MessageId message, Target target, Content content) {
        add(new Event.Sent(ids.of(message), ids.of(target), content.fingerprint()));
    }

    @Override
    public void acked(MessageId message, ConversationId conversation) {
        add(new Event.Acked(ids.of(message), ids.of(conversation)));
    }

    @Override
    public void refused(MessageId message, String code) {
        add(new Event.Refused(ids.of(message), code));
    }

    @Override
    public void received(Message message, Arrival arrival) {
        add(new Event.Received(ids.of(message.conversation()), ids.of(Kept.of(message)), arrival));
    }

    @Override
    public void covered(ConversationId conversation, long through) {
        add(new Event.Covered(ids.of(conversation), through));
    }

    @Override
    public void marked(MarkKind kind, ConversationId conversation, long seq) {
        add(new Event.Marked(kind, ids.of(conversation), seq));
    }

    @Override
    public void receipt(MarkKind kind, ConversationId conversation, UserId who, long seq, Arrival arrival) {
        add(new Event.ReceiptSeen(kind, ids.of(conversation), ids.of(who), seq, arrival));
    }
}
