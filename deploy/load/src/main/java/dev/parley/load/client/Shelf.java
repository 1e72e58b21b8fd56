package dev.parley.load.client;

import dev.parley.load.wire.Change;
import dev.parley.load.wire.Conversation;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.Message;
import dev.parley.load.wire.Pages;
import dev.parley.load.wire.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** All conversations that a device holds, each in the order of its numbers and without gaps. */
final class Shelf {

    private final Map<ConversationId, Held> conversations = new HashMap<>();
    private final UserId user;
    private final int bound;
    private final DeviceListener listener;
    private final Marks marks;
    private final Consumer<ConversationId> gapFound;

    Shelf(UserId user, int bound, DeviceListener listener, Marks marks, Consumer<ConversationId> gapFound) {
        this.user = user;
        this.bound = bound;
        this.listener = listener;
        this.marks = marks;
        this.gapFound = gapFound;
    }

    Held held(ConversationId conversation) {
        return conversations.computeIfAbsent(conversation, id -> new Held(bound));
    }

    /** What lies before a late member's first number is not missing. */
    void meet(Conversation conversation) {
        listener.met(conversation);
        var held = held(conversation.id());
        var before = conversation.visibleFrom() - 1;
        if (before > held.seq()) {
            held.advanceTo(before);
            listener.covered(conversation.id(), before);
        }
    }

    void forget(ConversationId conversation) {
        conversations.remove(conversation);
    }

    void live(Change change) {
        var held = held(change.conversation());
        if (change.seq() <= held.seq()) {
            if (change.message() != null) {
                listener.received(change.message(), Arrival.REPEATED);
            }
            return;
        }
        if (change.seq() > held.seq() + 1) {
            held.keep(change);
            gapFound.accept(change.conversation());
            return;
        }
        apply(held, change, Arrival.LIVE);
        drain(held);
    }

    /** Applies what the server lists after a number that this device holds. Between the entries nothing is missing. */
    void apply(ConversationId conversation, Pages.Changes page) {
        var held = held(conversation);
        for (var change : page.entries()) {
            if (change.seq() > held.seq()) {
                apply(held, change, Arrival.SYNCED);
            }
        }
        if (page.through() > held.seq()) {
            held.advanceTo(page.through());
            listener.covered(conversation, page.through());
        }
        drain(held);
    }

    private void drain(Held held) {
        for (var next = held.nextInTurn(); next != null; next = held.nextInTurn()) {
            apply(held, next, Arrival.LIVE);
        }
    }

    private void apply(Held held, Change change, Arrival arrival) {
        var skipped = change.seq() > held.seq() + 1;
        if (skipped) {
            listener.covered(change.conversation(), change.seq() - 1);
        }
        held.advanceTo(change.seq());
        if (change.message() == null) {
            listener.covered(change.conversation(), change.seq());
        } else {
            take(change.message(), arrival);
        }
    }

    private void take(Message message, Arrival arrival) {
        listener.received(message, arrival);
        if (!message.sender().equals(user)) {
            marks.reach(message.conversation(), message.changedSeq());
        }
    }
}
