package dev.parley.load.check;

import dev.parley.load.client.Arrival;
import dev.parley.load.client.ClientSettings.MarkPolicy;
import dev.parley.load.client.DeviceListener;
import dev.parley.load.wire.Command;
import dev.parley.load.wire.Conversation;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.GroupChange;
import dev.parley.load.wire.MarkKind;
import dev.parley.load.wire.Message;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.Target;
import dev.parley.load.wire.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The log of one device as it grows. Written by the device's event loop, read by whoever checks. */
public final class DeviceRecorder implements DeviceListener {

    private final UserId user;
    private final int number;
    private final MarkPolicy marks;
    private final Interned ids;
    private final List<DeviceLog.Entry> entries = new ArrayList<>();
    private final Map<ConversationId, Long> from = new HashMap<>();
    private boolean present = true;

    DeviceRecorder(UserId user, int number, MarkPolicy marks, Interned ids) {
        this.user = user;
        this.number = number;
        this.marks = marks;
        this.ids = ids;
    }

    public UserId user() {
        return user;
    }

    /** The log so far. */
    public synchronized DeviceLog log() {
        return new DeviceLog(user, number, marks, present, entries);
    }

    /** From here on the device need not follow what happens: its owner ended it on purpose. */
    public synchronized void gone() {
        present = false;
    }

    private synchronized void add(Event event) {
        entries.add(new DeviceLog.Entry(System.nanoTime(), event));
    }

    @Override
    public void sent(Command.Send send) {
        var replyTo = send.replyTo() == null ? null : ids.of(send.replyTo());
        add(new Event.Sent(ids.of(send.message()), ids.of(send.target()), send.content().fingerprint(), replyTo));
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

    @Override
    public synchronized void met(Conversation conversation) {
        var known = from.put(conversation.id(), conversation.visibleFrom());
        if (known == null || known != conversation.visibleFrom()) {
            add(new Event.Met(ids.of(conversation.id()), conversation.visibleFrom()));
        }
    }

    @Override
    public synchronized void left(ConversationId conversation, long seq) {
        from.remove(conversation);
        add(new Event.Left(ids.of(conversation), seq));
    }

    @Override
    public void groupChanged(ConversationId conversation, long seq, GroupChange change) {
        add(new Event.GroupChanged(ids.of(conversation), seq, change.added(), change.removed()));
    }

    @Override
    public void altering(Command alteration) {
        if (alteration.target() instanceof Target.Room(var conversation)) {
            add(new Event.Altering(ids.of(conversation), ids.of(alteration.message()), fingerprint(alteration)));
        }
    }

    @Override
    public void altered(Command alteration, String command, boolean repeated) {
        if (alteration.target() instanceof Target.Room(var conversation)) {
            add(new Event.Altered(ids.of(conversation), ids.of(alteration.message()), fingerprint(alteration),
                    MessageId.parse(command), repeated));
        }
    }

    private static long fingerprint(Command alteration) {
        return alteration instanceof Command.Edit(_, _, var content) ? content.fingerprint() : 0;
    }

    /** This user asks for a change of a group; what is done about a group is done on this device's behalf. */
    public void asked(Event.Wish wish, ConversationId conversation, UserId whom) {
        add(new Event.Asked(wish, ids.of(conversation), ids.of(whom)));
    }

    public void granted(Event.Wish wish, ConversationId conversation, UserId whom) {
        add(new Event.Granted(wish, ids.of(conversation), ids.of(whom)));
    }

    @Override
    public synchronized void forgotten() {
        from.clear();
        add(new Event.Forgotten());
    }

    @Override
    public void syncRequired() {
        add(new Event.Interrupted());
    }

    @Override
    public void disconnected(String reason) {
        add(new Event.Interrupted());
    }
}
