package dev.parley.load.replay;

import dev.parley.load.client.Arrival;
import dev.parley.load.wire.Conversation;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MarkKind;
import dev.parley.load.wire.Message;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Decides which line is sent when. In a conversation a line follows only once the one before is acked, so it is in the log
 * after it, whoever sends it; across conversations as many lines are under way as the window and the rate allow. The longest
 * conversations go first: nothing else decides how long the tail of a replay is.
 */
final class Conductor {

    private final Map<MessageId, Performed> lines = new HashMap<>();
    private final Map<Set<UserId>, Dialogue> pairs = new HashMap<>();
    private final Map<UserId, List<Dialogue>> dialogues = new HashMap<>();
    private final PriorityQueue<Dialogue> ready = new PriorityQueue<>(
            Comparator.comparingInt(Dialogue::remaining).reversed());
    private final Pace pace;
    private final Consumer<Line> send;
    private final Tally tally = new Tally();
    private final Before before = new Before();
    private boolean playing;
    private int underWay;
    private long progressAt = System.nanoTime();

    Conductor(Script script, Pace pace, Consumer<Line> send) {
        this.pace = pace;
        this.send = send;
        for (var lineOfPair : script.dialogues()) {
            var dialogue = new Dialogue(lineOfPair);
            dialogue.lines().forEach(line -> lines.put(line.line().id(), line));
            var pair = Set.of(lineOfPair.getFirst().from(), lineOfPair.getFirst().to());
            pairs.put(pair, dialogue);
            pair.forEach(user -> dialogues.computeIfAbsent(user, key -> new ArrayList<>()).add(dialogue));
            ready.add(dialogue);
        }
    }

    synchronized void start() {
        playing = true;
        pace.start(System.nanoTime());
        fill();
    }

    /** Sends what the window and the rate allow by now. */
    synchronized void fill() {
        var now = System.nanoTime();
        while (playing && !ready.isEmpty() && underWay < pace.window() && pace.admits(now)) {
            var line = ready.remove().next();
            if (line != null) {
                underWay++;
                send.accept(line.line());
            }
        }
    }

    synchronized void sent(MessageId id) {
        var line = lines.get(id);
        if (line != null) {
            var now = System.nanoTime();
            line.sent(now);
            tally.sent(now);
        }
    }

    synchronized void resent() {
        tally.resent();
    }

    synchronized void acked(MessageId id) {
        var line = lines.get(id);
        if (line == null || !line.acked()) {
            return;
        }
        tally.acked(System.nanoTime() - line.sentAt());
        settled(line);
    }

    synchronized void refused(MessageId id, String code) {
        var line = lines.get(id);
        if (line == null || line.isRefused()) {
            return;
        }
        tally.refused(code);
        var wasAcked = line.isAcked();
        line.refused(code);
        if (wasAcked) {
            review(line.dialogue());
        } else {
            settled(line);
        }
    }

    /** The line has its answer: the next of its conversation may go. */
    private void settled(Performed line) {
        progressed();
        if (line.dialogue().remaining() > 0) {
            ready.add(line.dialogue());
        }
        review(line.dialogue());
        fill();
    }

    synchronized void met(Conversation conversation) {
        if (!playing) {
            before.met(conversation);
        }
    }

    synchronized void received(UserId device, Message message, Arrival arrival) {
        var line = lines.get(message.id());
        if (line == null) {
            return;
        }
        if (playing) {
            if (device.equals(line.line().from())) {
                line.echoed(message.conversation(), message.seq());
                if (line.wasStoredBefore()) {
                    tally.repeatedAnswer();
                }
            } else {
                arrived(line, arrival);
            }
            review(line.dialogue());
        } else {
            before.held(line);
        }
    }

    private void arrived(Performed line, Arrival arrival) {
        if (line.wasStoredBefore()) {
            before.disturbed(line);
        } else if (line.arrived(arrival)) {
            progressed();
            tally.delivered(arrival, System.nanoTime() - line.sentAt());
        }
    }

    synchronized void receipt(UserId device, ConversationId conversation, MarkKind kind, UserId user, long seq) {
        var dialogue = device.equals(user) ? null : pairs.get(Set.of(device, user));
        if (dialogue == null) {
            return;
        }
        dialogue.marked(conversation, user, kind, seq);
        review(dialogue);
    }

    /** A device has caught up: what was answered to it while it was away will not be said again. */
    synchronized void synced(UserId device) {
        if (!playing) {
            return;
        }
        for (var dialogue : dialogues.getOrDefault(device, List.of())) {
            for (var line : dialogue.open()) {
                if (line.wasStoredBefore() && line.isAcked() && line.line().from().equals(device)) {
                    line.answerMissed();
                }
            }
            review(dialogue);
        }
    }

    private void review(Dialogue dialogue) {
        dialogue.open().forEach(this::countReceipts);
        for (var line : dialogue.takeComplete()) {
            underWay--;
            progressed();
            if (!line.isRefused()) {
                tally.completed(System.nanoTime(), lines.size());
            }
        }
        if (underWay < pace.window()) {
            fill();
        }
    }

    /** A receipt can be back before the sender knows the line's number, so both events lead here. */
    private void countReceipts(Performed line) {
        for (var kind : MarkKind.values()) {
            if (!line.wasStoredBefore() && line.dialogue().hasReached(line, kind) && line.receiptIsBack(kind)) {
                tally.receipt(kind, System.nanoTime() - line.sentAt());
            }
        }
    }

    synchronized void unreachable(String reason) {
        tally.unreachable(reason);
    }

    synchronized void disconnected(String reason) {
        tally.disconnected(reason);
    }

    private void progressed() {
        progressAt = System.nanoTime();
    }

    synchronized long progressAt() {
        return progressAt;
    }

    synchronized boolean isOver() {
        return underWay == 0 && ready.isEmpty();
    }

    /** What is open, at most so many lines of it. */
    synchronized List<String> missing(int most) {
        return pairs.values().stream().flatMap(dialogue -> dialogue.open().stream()).limit(most).map(Performed::state)
                .toList();
    }

    synchronized int completed() {
        return tally.completedLines();
    }

    synchronized int disconnects() {
        return tally.disconnectCount();
    }

    synchronized Tally.Summary summary() {
        return tally.summary();
    }

    Before before() {
        return before;
    }

    int size() {
        return lines.size();
    }

    /** How many of these messages this replay added. */
    synchronized long countAdded(Collection<MessageId> kept) {
        return kept.stream().map(lines::get).filter(line -> line != null && !line.wasStoredBefore()).count();
    }
}
