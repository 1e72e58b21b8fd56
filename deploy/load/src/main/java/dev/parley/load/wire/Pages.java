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

    /** The members of a conversation, in the order of their ids. */
    public record Members(List<Member> entries, @Nullable String nextCursor) {

        public Members {
            entries = List.copyOf(entries);
        }
    }

    /** What a device missed since its last token: conversations as they are now, and those it is no longer in. */
    public record Sync(List<Entry> conversations, List<ConversationId> removed, List<ServerFrame.Rejected> rejected,
            Next next) {

        public Sync {
            conversations = List.copyOf(conversations);
            removed = List.copyOf(removed);
            rejected = List.copyOf(rejected);
        }

        /** {@code truncated}: more than these has changed, and is to be asked for. */
        public record Entry(Conversation conversation, List<Change> changes, boolean truncated) {

            public Entry {
                changes = List.copyOf(changes);
            }
        }

        /** With which token to go on; {@code reset}: the last one was of another history, and all begins anew. */
        public record Next(String token, boolean more, boolean reset) {}
    }
}
