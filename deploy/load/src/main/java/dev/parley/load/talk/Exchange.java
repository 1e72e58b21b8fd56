package dev.parley.load.talk;

import dev.parley.load.client.Arrival;
import dev.parley.load.client.DeviceListener;
import dev.parley.load.wire.Content;
import dev.parley.load.wire.Conversation;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MarkKind;
import dev.parley.load.wire.Message;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.UserId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The talk of one user with one other: picks out of all that the device hears what belongs to it, and has it shown. */
final class Exchange implements DeviceListener {

    private static final int HISTORY = 20;

    private final UserId self;
    private final UserId other;
    private final Screen screen;
    private final ReadMark readMark;
    private final List<Message> history = new ArrayList<>();
    private final Map<MessageId, Saying> sayings = new LinkedHashMap<>();
    private final Map<MarkKind, Long> marks = new EnumMap<>(MarkKind.class);
    private @Nullable ConversationId conversation;
    private boolean caughtUp;
    private long lastOfOther;

    /** Tells the server how far the user has read. */
    interface ReadMark {
        void move(ConversationId conversation, long seq);
    }

    Exchange(UserId self, UserId other, Screen screen, ReadMark readMark) {
        this.self = self;
        this.other = other;
        this.screen = screen;
        this.readMark = readMark;
    }

    @Override
    public synchronized void met(Conversation met) {
        var between = met.members().size() == 2 && met.member(self).isPresent() && met.member(other).isPresent();
        if (between) {
            conversation = met.id();
        }
    }

    /** The conversation, once there is one. */
    synchronized @Nullable ConversationId conversation() {
        return conversation;
    }

    /** To be called before the device is told: it takes over on a thread of its own. */
    synchronized void saying(MessageId message, Content content) {
        sayings.put(message, new Saying(content, 0, Tick.WAITING));
    }

    @Override
    public synchronized void acked(MessageId message, ConversationId where) {
        conversation = where;
        advance(message, Tick.SENT);
    }

    @Override
    public synchronized void refused(MessageId message, String code) {
        advance(message, Tick.REFUSED);
        screen.notice("refused: " + code);
    }

    private void advance(MessageId message, Tick tick) {
        var saying = sayings.get(message);
        if (saying != null && saying.tick().compareTo(tick) < 0) {
            sayings.put(message, saying.with(tick));
            screen.tick(saying.content().text(), tick);
        }
    }

    @Override
    public synchronized void received(Message message, Arrival arrival) {
        if (!arrival.isShown() || !message.conversation().equals(conversation)) {
            return;
        }
        if (message.sender().equals(other)) {
            lastOfOther = Math.max(lastOfOther, message.seq());
        }
        var saying = sayings.get(message.id());
        if (saying != null && message.isUnchanged()) {
            sayings.put(message.id(), saying.at(message.seq()));
            reviewTicks();
        } else if (caughtUp) {
            screen.show(message, tickOf(message));
            readAll();
        } else {
            remember(message);
        }
    }

    /** What changed since it was said stays in its place. */
    private void remember(Message message) {
        var place = history.stream().map(Message::id).toList().indexOf(message.id());
        if (place >= 0) {
            history.set(place, message);
            return;
        }
        history.add(message);
        if (history.size() > HISTORY) {
            history.removeFirst();
        }
    }

    private Tick tickOf(Message message) {
        if (reached(MarkKind.READ) >= message.seq()) {
            return Tick.READ;
        }
        return reached(MarkKind.DELIVERED) >= message.seq() ? Tick.DELIVERED : Tick.SENT;
    }

    private long reached(MarkKind kind) {
        return marks.getOrDefault(kind, 0L);
    }

    @Override
    public synchronized void receipt(MarkKind kind, ConversationId where, UserId user, long seq, Arrival arrival) {
        if (where.equals(conversation) && user.equals(other)) {
            marks.merge(kind, seq, Math::max);
            reviewTicks();
        }
    }

    private void reviewTicks() {
        for (var kind : MarkKind.values()) {
            sayings.entrySet()
                    .stream()
                    .filter(entry -> entry.getValue().seq() > 0 && entry.getValue().seq() <= reached(kind))
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(id -> advance(id, kind == MarkKind.READ ? Tick.READ : Tick.DELIVERED));
        }
    }

    @Override
    public synchronized void typing(ConversationId where, UserId user, boolean started) {
        if (where.equals(conversation) && user.equals(other)) {
            screen.typing(started);
        }
    }

    @Override
    public synchronized void synced() {
        if (!caughtUp) {
            caughtUp = true;
            history.forEach(message -> screen.show(message, tickOf(message)));
            history.clear();
            screen.notice("connected as " + self + ", talking to " + other);
        }
        readAll();
    }

    private void readAll() {
        if (conversation != null && lastOfOther > 0) {
            readMark.move(conversation, lastOfOther);
        }
    }

    @Override
    public synchronized void disconnected(String reason) {
        screen.notice("connection lost (" + reason + "), coming back");
    }

    @Override
    public synchronized void ready() {
        if (caughtUp) {
            screen.notice("connected again");
        }
    }

    @Override
    public synchronized void stopped(String reason) {
        screen.notice("sent away: " + reason);
    }

    /** Whether everything that was said here has an answer. */
    synchronized boolean isAllAnswered() {
        return all(Saying::isAnswered);
    }

    /** Whether everything that was said here has been read, or refused. */
    synchronized boolean isAllAtItsEnd() {
        return all(Saying::isAtItsEnd);
    }

    private boolean all(Predicate<Saying> test) {
        return sayings.values().stream().allMatch(test);
    }

    synchronized boolean hasCaughtUp() {
        return caughtUp;
    }
}
