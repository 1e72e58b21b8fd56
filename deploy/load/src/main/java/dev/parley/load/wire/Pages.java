package dev.parley.load.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of REST lists, each with what says whether and where the next begins. */
public final class Pages {

    private Pages() {}

    /** One's own conversations; the cursor is absent on the last page. */
    public record Conversations(List<Conversation> entries, @Nullable String nextCursor) {

        public Conversations {
            entries = List.copyOf(entries);
        }
    }

    /** What changed, in order; everything up to {@code through} is covered. */
    public record Changes(List<Change> entries, long through, boolean more) {

        public Changes {
            entries = List.copyOf(entries);
        }
    }

    /** History in ascending order. */
    public record Messages(List<Message> entries, boolean moreBefore, boolean moreAfter) {

        public Messages {
            entries = List.copyOf(entries);
        }
    }
}
