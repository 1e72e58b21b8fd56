package dev.parley.load.replay;

import dev.parley.load.check.Finding;
import dev.parley.load.check.Finding.Kind;
import dev.parley.load.check.Stored;
import dev.parley.load.check.Verdict;
import dev.parley.load.wire.Conversation;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MessageId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What was in the history before the replay began, and must come out of it as it was. */
final class Before {

    private final Map<ConversationId, Long> heads = new HashMap<>();
    private final List<Performed> disturbed = new ArrayList<>();
    private int stored;

    void met(Conversation conversation) {
        heads.merge(conversation.id(), conversation.seq(), Math::max);
    }

    void held(Performed line) {
        if (!line.wasStoredBefore()) {
            line.foundStored();
            stored++;
        }
    }

    /** A recipient heard again of a line that it had. */
    void disturbed(Performed line) {
        disturbed.add(line);
    }

    /** Lines of the file that were there. */
    int stored() {
        return stored;
    }

    /** Each conversation has grown by what the replay added, and by nothing else. */
    void compare(Map<ConversationId, Stored> after, ToLongFunction<Collection<MessageId>> countAdded, Verdict verdict) {
        heads.forEach((conversation, head) -> {
            var now = after.get(conversation);
            if (now == null) {
                verdict.add(new Finding(Kind.DISTURBED, conversation, null, null, "it is no longer listed"));
                return;
            }
            var expected = head + countAdded.applyAsLong(now.ids());
            if (now.head() != expected) {
                verdict.add(new Finding(Kind.DISTURBED, conversation, null, null,
                        "the head was " + head + " and is " + now.head() + " (expected: " + expected + ")"));
            }
        });
        for (var line : disturbed) {
            verdict.add(new Finding(Kind.DISTURBED, line.conversation(), line.line().id(), line.line().to(),
                    "it was stored before, and its recipient heard of it again"));
        }
    }
}
