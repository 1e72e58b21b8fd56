package dev.parley.load.replay;

import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MarkKind;
import dev.parley.load.wire.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of one conversation: which is next, which are not over, and how far the marks of its two members have come back. */
final class Dialogue {

    private final List<Performed> lines = new ArrayList<>();
    private final List<Performed> open = new ArrayList<>();
    private final Map<Mark, Long> marks = new HashMap<>();
    private int next;

    /** The two may share a group as well, whose marks are not these. */
    private record Mark(ConversationId conversation, UserId user, MarkKind kind) {}

    Dialogue(List<Line> script) {
        script.forEach(line -> lines.add(new Performed(line, this)));
    }

    List<Performed> lines() {
        return lines;
    }

    int remaining() {
        return lines.size() - next;
    }

    /** The next line, which is open from now on; null when all have been sent. */
    @Nullable
    Performed next() {
        if (next == lines.size()) {
            return null;
        }
        var line = lines.get(next++);
        open.add(line);
        return line;
    }

    void marked(ConversationId conversation, UserId user, MarkKind kind, long seq) {
        marks.merge(new Mark(conversation, user, kind), seq, Math::max);
    }

    /** Whether the recipient's mark of this kind, as the sender was shown it, has reached the line. */
    boolean hasReached(Performed line, MarkKind kind) {
        var conversation = line.conversation();
        return conversation != null
                && marks.getOrDefault(new Mark(conversation, line.line().to(), kind), 0L) >= line.seq();
    }

    /** Takes out and returns the lines for which nothing is to come any more. */
    List<Performed> takeComplete() {
        var complete = new ArrayList<Performed>(1);
        for (var line : open) {
            if (line.isComplete(hasReached(line, MarkKind.DELIVERED) && hasReached(line, MarkKind.READ))) {
                complete.add(line);
            }
        }
        open.removeAll(complete);
        return complete;
    }

    List<Performed> open() {
        return List.copyOf(open);
    }
}
