package dev.parley.load.client;

import dev.parley.load.wire.Change;
import dev.parley.load.wire.Conversation;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MarkKind;
import dev.parley.load.wire.Member;
import dev.parley.load.wire.UserId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a device learns what it missed. It lists its conversations and asks each one whose head it has not reached for its
 * changes; live events are held back meanwhile, and then applied in the order of their numbers.
 */
final class Catchup {

    private final UserId user;
    private final Rest rest;
    private final Shelf shelf;
    private final Marks marks;
    private final DeviceListener listener;
    private final Host host;
    private final ClientSettings settings;
    private final List<Change> heldBack = new ArrayList<>();
    private final Queue<ConversationId> behind = new ArrayDeque<>();
    private boolean running;
    private boolean again;
    private int failures;
    private int round;

    /** The device's loop, and whether the session for which something was asked still stands. */
    interface Host {

        void run(Runnable task);

        void after(Duration wait, Runnable task);

        boolean isReady();
    }

    Catchup(UserId user, Rest rest, Shelf shelf, Reporting reporting, Host host, ClientSettings settings) {
        this.user = user;
        this.rest = rest;
        this.shelf = shelf;
        this.marks = reporting.marks();
        this.listener = reporting.listener();
        this.host = host;
        this.settings = settings;
    }

    /** Where what was learned is told. */
    record Reporting(Marks marks, DeviceListener listener) {}

    boolean isRunning() {
        return running;
    }

    void begin() {
        if (running) {
            again = true;
            return;
        }
        running = true;
        again = false;
        round++;
        listPage(null);
    }

    /** The session ended: what is still under way is for nothing. */
    void abandon() {
        running = false;
        round++;
        behind.clear();
        heldBack.clear();
    }

    /** Keeps a live event for later. Over the bound it is dropped, and another round will find it. */
    void holdBack(Change change) {
        if (heldBack.size() < settings.bounds().heldBack()) {
            heldBack.add(change);
        } else {
            again = true;
        }
    }

    private void listPage(@Nullable String cursor) {
        ask(() -> rest.conversations(user, cursor), IfRefused.ASK_AGAIN, page -> {
            page.entries().forEach(this::compare);
            if (page.nextCursor() != null) {
                listPage(page.nextCursor());
            } else {
                next();
            }
        });
    }

    private void compare(Conversation conversation) {
        shelf.meet(conversation);
        marks.compare(conversation);
        conversation.members()
                .stream()
                .filter(member -> !member.user().equals(user))
                .forEach(member -> tellMarks(conversation.id(), member));
        if (conversation.seq() > shelf.held(conversation.id()).seq()) {
            behind.add(conversation.id());
        }
    }

    private void tellMarks(ConversationId conversation, Member member) {
        for (var kind : MarkKind.values()) {
            if (member.mark(kind) > 0) {
                listener.receipt(kind, conversation, member.user(), member.mark(kind), Arrival.SYNCED);
            }
        }
    }

    private void next() {
        var conversation = behind.poll();
        if (conversation == null) {
            finish();
        } else {
            readChanges(conversation);
        }
    }

    private void readChanges(ConversationId conversation) {
        ask(() -> rest.changes(user, conversation, shelf.held(conversation).seq()), IfRefused.LEAVE_OUT, page -> {
            shelf.apply(conversation, page);
            if (page.more()) {
                readChanges(conversation);
            } else {
                next();
            }
        });
    }

    private void finish() {
        running = false;
        var live = heldBack.stream().sorted().toList();
        heldBack.clear();
        live.forEach(shelf::live);
        marks.flush();
        listener.synced();
        if (again) {
            begin();
        }
    }

    /** Repairs a gap while the session goes on. */
    void repair(ConversationId conversation) {
        var held = shelf.held(conversation);
        if (!held.isRepairing()) {
            held.repairing(true);
            repair(conversation, held, 0);
        }
    }

    private void repair(ConversationId conversation, Held held, int fruitless) {
        var asked = round;
        var after = held.seq();
        rest.changes(user, conversation, after).whenComplete((page, failure) -> host.run(() -> {
            if (asked != round || !host.isReady()) {
                held.repairing(false);
                return;
            }
            if (page != null) {
                shelf.apply(conversation, page);
                marks.flush();
            }
            continueRepair(conversation, held, held.seq() > after ? 0 : fruitless + 1);
        }));
    }

    private void continueRepair(ConversationId conversation, Held held, int fruitless) {
        if (!held.hasGap()) {
            held.repairing(false);
        } else if (fruitless == 0) {
            repair(conversation, held, 0);
        } else {
            host.after(pause(fruitless), () -> repair(conversation, held, fruitless));
        }
    }

    /** Asks until there is an answer, for as long as the session lasts. */
    private <T> void ask(Question<T> question, IfRefused ifRefused, Consumer<T> answer) {
        var asked = round;
        question.ask().whenComplete((reply, failure) -> host.run(() -> {
            if (asked != round) {
                return;
            }
            if (reply != null) {
                failures = 0;
                answer.accept(reply);
            } else if (ifRefused == IfRefused.LEAVE_OUT && failure instanceof RestFailure refusal
                    && !refusal.passes()) {
                next();
            } else {
                failures++;
                host.after(pause(failures), () -> {
                    if (asked == round) {
                        ask(question, ifRefused, answer);
                    }
                });
            }
        }));
    }

    /** A conversation can be left between its listing and its changes; the list itself nobody may refuse for good. */
    private enum IfRefused {
        ASK_AGAIN,
        LEAVE_OUT
    }

    private Duration pause(int failures) {
        return settings.backoff().delay(failures, ThreadLocalRandom.current());
    }

    /** A call of REST that can be made again. */
    private interface Question<T> {
        CompletableFuture<T> ask();
    }
}
