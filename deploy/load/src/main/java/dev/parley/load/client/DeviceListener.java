package dev.parley.load.client;

import dev.parley.load.wire.Command;
import dev.parley.load.wire.Conversation;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.GroupChange;
import dev.parley.load.wire.MarkKind;
import dev.parley.load.wire.Message;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.UserId;

/** What happens on one device, told in order and on its event loop: an answer must be quick and must not block. */
public interface DeviceListener {

    /** A conversation of this user's, as it is now: listed at a sync, or just created. */
    default void met(Conversation conversation) {}

    /** A message was handed to the device, which sends it as soon as there is a session and it is its turn. */
    default void sent(Command.Send send) {}

    /** The same message goes out again: unanswered, refused for the moment, or the socket was lost. */
    default void resent(MessageId message) {}

    default void acked(MessageId message, ConversationId conversation) {}

    default void refused(MessageId message, String code) {}

    /** An edit or a deletion was handed to the device, which says it as soon as it can. */
    default void altering(Command alteration) {}

    /** It is in the log, as this command; repeated, it may be there more than once. */
    default void altered(Command alteration, String command, boolean repeated) {}

    default void notAltered(Command alteration, String code) {}

    /** A message in the place that its number gives it, or ({@link Arrival#REPEATED}) one that was dropped. */
    default void received(Message message, Arrival arrival) {}

    /** The server says that nothing is missing up to here, though some numbers have no entry for this device. */
    default void covered(ConversationId conversation, long through) {}

    /** The user is out of a conversation, by the change of this number; 0 where the server did not say which. */
    default void left(ConversationId conversation, long seq) {}

    /** The members or the title of a group changed while this device listened. */
    default void groupChanged(ConversationId conversation, long seq, GroupChange change) {}

    /** The server has another history than the one shown so far: it begins anew. */
    default void forgotten() {}

    default void marked(MarkKind kind, ConversationId conversation, long seq) {}

    default void receipt(MarkKind kind, ConversationId conversation, UserId user, long seq, Arrival arrival) {}

    default void typing(ConversationId conversation, UserId user, boolean started) {}

    default void presence(UserId user, boolean online) {}

    /** The server cannot tell what this session missed; the device asks for it. */
    default void syncRequired() {}

    /** The session is ready: sends go out. */
    default void ready() {}

    /** All that was missed while away has been received. */
    default void synced() {}

    /** An open session ended; the device comes back by itself. */
    default void disconnected(String reason) {}

    /** An attempt to have a session failed; others follow. */
    default void unreachable(String reason) {}

    /** The device will not come back. */
    default void stopped(String reason) {}
}
