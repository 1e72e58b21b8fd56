package dev.parley.load.client;

import dev.parley.load.wire.Change;
import dev.parley.load.wire.Conversation;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.Message;
import dev.parley.load.wire.Pages;
import dev.parley.load.wire.ServerFrame;
import dev.parley.load.wire.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** All conversations that a device holds, each in the order of its numbers and without gaps. */
final class Shelf {

    private final Map<ConversationId, Held> conversations = new HashMap<>();
    private final UserId user;
    private final Notebook notebook;
    private final int bound;
    private final DeviceListener listener;
    private final Marks marks;
    private final Consumer<ConversationId> gapFound;

    Shelf(Self self, int bound, DeviceListener listener, Marks marks, Consumer<ConversationId> gapFound) {
        this.user = self.user();
        this.notebook = self.notebook();
        this.bound = bound;
        this.listener = listener;
        this.marks = marks;
        this.gapFound = gapFound;
        notebook.forEachHeld((id, from, seq) -> conversations.put(id, new Held(bound, from, seq)));
    }

    boolean holds(ConversationId conversation) {
        return conversations.containsKey(conversation);
    }

    Held held(ConversationId conversation) {
        return conversations.computeIfAbsent(conversation, id -> new Held(bound, 0, 0));
    }

    /** What lies before a late member's first number is not missing. */
    void meet(Conversation conversation) {
        listener.met(conversation);
        var held = held(conversation.id());
        held.visibleFrom(conversation.visibleFrom());
        cover(conversation.id(), held, conversation.visibleFrom() - 1);
        notebook.held(conversation.id(), held.from(), held.seq());
    }

    private void cover(ConversationId conversation, Held held, long through) {
        if (through > held.seq()) {
            held.advanceTo(through);
            notebook.held(conversation, held.from(), held.seq());
            listener.covered(conversation, through);
        }
    }

    /** The server says, and not in which change, that this user is out of the conversation. */
    void leave(ConversationId conversation) {
        var held = conversations.get(conversation);
        if (held != null) {
            leave(conversation, held.seq(), 0);
        }
    }

    private void leave(ConversationId conversation, long through, long seq) {
        conversations.remove(conversation);
        marks.forget(conversation);
        notebook.left(conversation, through);
        listener.left(conversation, seq);
    }

    /** The server has another history than the one that is held here. */
    void forgetAll() {
        conversations.keySet().forEach(marks::forget);
        conversations.clear();
        notebook.forgetHistory();
        listener.forgotten();
    }

    /** Takes what was pushed; the answer is false for a change of a conversation that this device knows nothing of. */
    boolean live(ServerFrame.OfConversation event) {
        return switch (event) {
            case ServerFrame.Created(var conversation) -> {
                enter(conversation);
                yield true;
            }
            case ServerFrame.Removed(var conversation, var seq) -> {
                var held = conversations.get(conversation);
                if (held != null && held.from() <= seq) {
                    leave(conversation, seq, seq);
                }
                yield true;
            }
            case ServerFrame.Changed(var change) -> live(change);
        };
    }

    /** By its own number the event covers what lies before it, unless it is an old one that was pushed again. */
    private void enter(Conversation conversation) {
        if (notebook.left(conversation.id()) == 0 || conversation.seq() > notebook.left(conversation.id())) {
            meet(conversation);
            cover(conversation.id(), held(conversation.id()), conversation.seq());
        }
    }

    private boolean live(Change change) {
        var held = conversations.get(change.conversation());
        var reached = held == null ? notebook.left(change.conversation()) : held.seq();
        if (change.seq() <= reached) {
            drop(change, Arrival.REPEATED);
            return true;
        }
        if (held == null) {
            return false;
        }
        if (change.seq() > held.seq() + 1) {
            held.keep(change);
            gapFound.accept(change.conversation());
        } else {
            apply(held, change, Arrival.LIVE);
            drain(held);
        }
        return true;
    }

    /** The device knows no such conversation, and the server did not name it when asked. */
    void stray(ServerFrame.OfConversation event) {
        if (event instanceof ServerFrame.Changed(var change)) {
            drop(change, Arrival.STRAY);
        }
    }

    private void drop(Change change, Arrival why) {
        if (change.message() != null) {
            listener.received(change.message(), why);
        }
    }

    /** Applies what the server lists after a number that this device holds. Between the entries nothing is missing. */
    void apply(ConversationId conversation, Pages.Changes page) {
        var held = held(conversation);
        for (var change : page.entries()) {
            if (change.seq() > held.seq()) {
                apply(held, change, Arrival.SYNCED);
            }
        }
        cover(conversation, held, page.through());
        drain(held);
    }

    private void drain(Held held) {
        for (var next = held.nextInTurn(); next != null; next = held.nextInTurn()) {
            apply(held, next, Arrival.LIVE);
        }
    }

    private void apply(Held held, Change change, Arrival arrival) {
        var conversation = change.conversation();
        cover(conversation, held, change.seq() - 1);
        held.advanceTo(change.seq());
        notebook.held(conversation, held.from(), held.seq());
        if (change.message() != null) {
            take(change.message(), arrival);
            return;
        }
        listener.covered(conversation, change.seq());
        if (change.group() != null) {
            listener.groupChanged(conversation, change.seq(), change.group());
        }
    }

    private void take(Message message, Arrival arrival) {
        listener.received(message, arrival);
        if (!message.sender().equals(user)) {
            marks.reach(message.conversation(), message.changedSeq());
        }
    }
}
