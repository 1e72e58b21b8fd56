package dev.parley.load.client;

import dev.parley.load.wire.Conversation;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.FrameWriter;
import dev.parley.load.wire.MarkKind;
import dev.parley.load.wire.Member;
import dev.parley.load.wire.Pages;
import dev.parley.load.wire.ServerFrame;
import dev.parley.load.wire.ServerFrame.Trouble;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a device learns what it missed: it asks, page by page, for what changed since its last token, and where a page leaves
 * something out, for that. Live events are held back meanwhile, and then applied in the order of their numbers. A page's token
 * is kept only when all that came with the page is in place: a device that dies in between asks for the page again.
 */
final class Catchup {

    private final Self self;
    private final Rest rest;
    private final Shelf shelf;
    private final Marks marks;
    private final DeviceListener listener;
    private final Host host;
    private final ClientSettings settings;
    private final List<ServerFrame.OfConversation> heldBack = new ArrayList<>();
    private final Queue<ConversationId> behind = new ArrayDeque<>();
    private final Repair repair;
    private Stage stage = Stage.AWAY;
    private boolean again;
    private int failures;
    /** Answers to what was asked under an earlier number come too late. */
    private int question;

    private enum Stage {
        AWAY,
        SYNCING,
        LIVE
    }

    /** The device's loop and its socket. */
    interface Host {

        void run(Runnable task);

        void after(Duration wait, Runnable task);

        /** Writes a frame that asks for an answer. */
        void ask(FrameBody frame, Questions.Answer answer);

        void rejected(ServerFrame.Rejected rejected);
    }

    interface FrameBody {
        void write(OutputStream out, long frame);
    }

    /** Where what was learned is told. */
    record Reporting(Marks marks, DeviceListener listener) {}

    Catchup(Self self, Rest rest, Shelf shelf, Reporting reporting, Host host, ClientSettings settings) {
        this.self = self;
        this.rest = rest;
        this.shelf = shelf;
        this.marks = reporting.marks();
        this.listener = reporting.listener();
        this.host = host;
        this.settings = settings;
        this.repair = new Repair(
                conversation -> rest.changes(self.user(), conversation, shelf.held(conversation).seq()),
                shelf, marks, host, settings.backoff());
    }

    /** Until the device has caught up, events are not to be applied as they come. */
    boolean holdsBack() {
        return stage != Stage.LIVE;
    }

    void begin() {
        if (stage == Stage.SYNCING) {
            again = true;
            return;
        }
        stage = Stage.SYNCING;
        again = false;
        repair.abandon();
        askPage();
    }

    /** The session ended: what is still under way is for nothing. */
    void abandon() {
        stage = Stage.AWAY;
        question++;
        repair.abandon();
        behind.clear();
        heldBack.clear();
    }

    /** Keeps a live event for later. Over the bound it is dropped, and another round will find it. */
    void holdBack(ServerFrame.OfConversation event) {
        if (heldBack.size() < settings.bounds().heldBack()) {
            heldBack.add(event);
        } else {
            again = true;
        }
    }

    /** Repairs a gap while the session goes on; where that is refused, the device asks for everything. */
    void repair(ConversationId conversation) {
        repair.begin(conversation, this::begin);
    }

    private void askPage() {
        var asked = ++question;
        host.ask((out, frame) -> FrameWriter.sync(out, frame, self.notebook().token()), new Questions.Answer() {

            @Override
            public void acked(ServerFrame ack) {
                if (asked == question && ack instanceof ServerFrame.Synced(_, var page)) {
                    question++;
                    failures = 0;
                    take(page);
                }
            }

            @Override
            public void refused(Trouble trouble) {
                if (asked == question) {
                    question++;
                    later(Catchup.this::askPage);
                }
            }
        });
        host.after(settings.patience().ack(), () -> {
            if (asked == question) {
                askPage();
            }
        });
    }

    private void take(Pages.Sync page) {
        if (page.next().reset()) {
            shelf.forgetAll();
        }
        page.removed().forEach(shelf::leave);
        page.conversations().forEach(this::compare);
        page.rejected().forEach(host::rejected);
        readBehind(() -> turn(page.next()));
    }

    private void compare(Pages.Sync.Entry entry) {
        var conversation = entry.conversation();
        meet(conversation);
        if (entry.truncated()) {
            behind.add(conversation.id());
        } else {
            shelf.apply(conversation.id(), new Pages.Changes(entry.changes(), conversation.seq(), false));
        }
    }

    private void meet(Conversation conversation) {
        shelf.meet(conversation);
        marks.compare(conversation);
        conversation.members()
                .stream()
                .filter(member -> !member.user().equals(self.user()))
                .forEach(member -> tellMarks(conversation.id(), member));
    }

    private void tellMarks(ConversationId conversation, Member member) {
        for (var kind : MarkKind.values()) {
            if (member.mark(kind) > 0) {
                listener.receipt(kind, conversation, member.user(), member.mark(kind), Arrival.SYNCED);
            }
        }
    }

    private void readBehind(Runnable then) {
        var conversation = behind.poll();
        if (conversation == null) {
            then.run();
            return;
        }
        ask(() -> rest.changes(self.user(), conversation, shelf.held(conversation).seq()), page -> {
            // Refused for good: the conversation was left since it was listed, and the next sync says so.
            if (page != null) {
                shelf.apply(conversation, page);
                if (page.more()) {
                    behind.add(conversation);
                }
            }
            readBehind(then);
        });
    }

    private void turn(Pages.Sync.Next next) {
        self.notebook().token(next.token());
        if (next.more()) {
            askPage();
        } else {
            finish();
        }
    }

    private void finish() {
        stage = Stage.LIVE;
        var live = heldBack.stream().sorted(Comparator.comparingLong(ServerFrame.OfConversation::place)).toList();
        heldBack.clear();
        for (var event : live) {
            if (!shelf.live(event)) {
                shelf.stray(event);
            }
        }
        marks.flush();
        listener.synced();
        if (again) {
            begin();
        }
    }

    /** Asks until there is an answer, for as long as the session lasts; null says that there will be none. */
    private <T> void ask(Call<T> call, Consumer<@Nullable T> answer) {
        var asked = ++question;
        call.make().whenComplete((reply, failure) -> host.run(() -> {
            if (asked != question) {
                return;
            }
            if (reply != null || (failure instanceof RestFailure refusal && !refusal.passes())) {
                failures = 0;
                answer.accept(reply);
            } else {
                later(() -> ask(call, answer));
            }
        }));
    }

    private void later(Runnable attempt) {
        var asked = question;
        failures++;
        host.after(settings.backoff().delay(failures, ThreadLocalRandom.current()), () -> {
            if (asked == question) {
                attempt.run();
            }
        });
    }

    /** A call of REST that can be made again. */
    private interface Call<T> {
        CompletableFuture<T> make();
    }
}
