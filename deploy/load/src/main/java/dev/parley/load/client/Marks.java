package dev.parley.load.client;

import dev.parley.load.client.ClientSettings.MarkPolicy;
import dev.parley.load.wire.Conversation;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.FrameWriter;
import dev.parley.load.wire.MarkKind;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How far a device has told the server that it holds and has read. What others sent in one batch of reads becomes one mark of
 * each kind; marks go out unanswered, and once more with a request for an answer when a conversation has been quiet.
 */
final class Marks {

    private final Line line;
    private final Notebook notebook;
    private final DeviceListener listener;
    private final List<MarkKind> kinds;
    private final long confirmationNanos;
    private final Map<ConversationId, Long> reached = new HashMap<>();
    private final Map<ConversationId, Long> known = new HashMap<>();
    private final Map<ConversationId, Long> due = new LinkedHashMap<>();
    private final Map<ConversationId, Unconfirmed> unconfirmed = new LinkedHashMap<>();

    private record Unconfirmed(long seq, long sentAt) {}

    /** The open socket, as marks need it. */
    interface Line {

        boolean isReady();

        void write(Consumer<OutputStream> frame);

        /** Writes a frame that asks for an answer. */
        void ask(Catchup.FrameBody frame, Questions.Answer answer);
    }

    Marks(Line line, Notebook notebook, DeviceListener listener, ClientSettings settings) {
        this.line = line;
        this.notebook = notebook;
        this.listener = listener;
        this.kinds = kinds(settings.marks());
        this.confirmationNanos = settings.patience().markConfirmation().toNanos();
        // Which of them the server has heard is not known any more.
        notebook.forEachHeard(this::raise);
    }

    private static List<MarkKind> kinds(MarkPolicy policy) {
        return switch (policy) {
            case NONE -> List.of();
            case DELIVERED -> List.of(MarkKind.DELIVERED);
            case BOTH -> List.of(MarkKind.DELIVERED, MarkKind.READ);
        };
    }

    /** The device holds everything up to a number that is someone else's. */
    void reach(ConversationId conversation, long seq) {
        notebook.heard(conversation, seq);
        raise(conversation, seq);
    }

    private void raise(ConversationId conversation, long seq) {
        if (!kinds.isEmpty()) {
            reached.put(conversation, seq);
            if (seq > known.getOrDefault(conversation, 0L)) {
                due.put(conversation, seq);
            }
        }
    }

    /** The user is out of the conversation: a mark there would be refused. */
    void forget(ConversationId conversation) {
        reached.remove(conversation);
        known.remove(conversation);
        due.remove(conversation);
        unconfirmed.remove(conversation);
    }

    /** The server's own idea of the marks, at a sync: what it has not heard of is sent again. */
    void compare(Conversation conversation) {
        var theirs = kinds.stream().mapToLong(conversation::mark).min().orElse(0);
        var mine = reached.getOrDefault(conversation.id(), 0L);
        known.put(conversation.id(), theirs);
        if (theirs < mine) {
            due.put(conversation.id(), mine);
        } else {
            unconfirmed.remove(conversation.id());
        }
    }

    void flush() {
        if (due.isEmpty() || !line.isReady()) {
            return;
        }
        var now = System.nanoTime();
        due.forEach((conversation, seq) -> {
            for (var kind : kinds) {
                line.write(out -> FrameWriter.mark(out, 0, kind, conversation, seq));
                listener.marked(kind, conversation, seq);
            }
            // Removed first, so that the map stays in the order of the last sends.
            unconfirmed.remove(conversation);
            unconfirmed.put(conversation, new Unconfirmed(seq, now));
        });
        due.clear();
    }

    void tick(long now) {
        if (!line.isReady()) {
            return;
        }
        var ripe = new ArrayList<ConversationId>();
        for (var entry : unconfirmed.entrySet()) {
            if (now - entry.getValue().sentAt() < confirmationNanos) {
                break;
            }
            ripe.add(entry.getKey());
        }
        ripe.forEach(conversation -> confirm(conversation, now));
    }

    private void confirm(ConversationId conversation, long now) {
        var last = unconfirmed.remove(conversation);
        if (last == null) {
            return;
        }
        var again = new Unconfirmed(last.seq(), now);
        unconfirmed.put(conversation, again);
        var highest = kinds.getLast();
        kinds.stream()
                .filter(kind -> kind != highest)
                .forEach(kind -> line.write(out -> FrameWriter.mark(out, 0, kind, conversation, last.seq())));
        line.ask((out, frame) -> FrameWriter.mark(out, frame, highest, conversation, last.seq()),
                ack -> unconfirmed.remove(conversation, again));
    }
}
