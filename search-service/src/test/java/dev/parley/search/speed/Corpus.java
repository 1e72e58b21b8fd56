package dev.parley.search.speed;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.search.index.Change;
import dev.parley.search.index.IndexedMessage;
import dev.parley.search.text.TextAnalyzer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Conversations, groups and direct ones, some busier than others; the same at each run. One user is in a share of them
 * that are as busy as the average, and has come late to every fourth of these.
 */
final class Corpus {

    static final UserId READER = new UserId("reader");

    private static final int SEED = 20_260_101;
    private static final int MESSAGES_A_CONVERSATION = 50;
    private static final int USERS = 2_000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00.123Z");

    private final Random random = new Random(SEED);
    private final int messages;
    private final List<Line> dialogue;
    private final List<Talk> talks = new ArrayList<>();
    private final List<Talk> ofReader = new ArrayList<>();
    private final List<IndexedMessage> visible = new ArrayList<>();
    private int sent;

    /**
     * @param messages made up, in a fiftieth as many conversations
     * @param readers how many of the conversations the reader is in
     * @param dialogue said after these, each pair in a conversation of its own
     */
    Corpus(int messages, int readers, List<Line> dialogue) {
        this.messages = messages;
        this.dialogue = List.copyOf(dialogue);
        var conversations = messages / MESSAGES_A_CONVERSATION;
        for (var index = 0; index < conversations; index++) {
            talks.add(new Talk(new ConversationId(uuid()), members()));
        }
        // The density of a conversation falls with the root of its number: a quarter of the way, it is the average.
        for (var index = 0; index < readers; index++) {
            ofReader.add(talks.get(conversations / 4 - readers / 2 + index));
        }
    }

    int size() {
        return messages + dialogue.size();
    }

    /** Hands out all changes in the order of the log. */
    void tell(TextAnalyzer analyzer, Consumer<Change> index) {
        talks.forEach(talk -> begin(talk, index));
        for (var talk : ofReader) {
            if (isLate(talk)) {
                say(talk, Vocabulary.line(random), analyzer, index);
            }
            talk.joinedSeq = talk.seq;
            index.accept(new Change.Joined(talk.id, READER, talk.seq, talk.seq));
        }
        while (sent < messages) {
            var place = random.nextDouble();
            say(talks.get((int) (place * place * talks.size())), Vocabulary.line(random), analyzer, index);
        }
        var pairs = new HashMap<ConversationId, Talk>();
        for (var line : dialogue) {
            var talk = pairs.computeIfAbsent(line.conversation(), id -> begin(new Talk(id, line.members()), index));
            say(talk, line.content(), analyzer, index);
        }
    }

    private static Talk begin(Talk talk, Consumer<Change> index) {
        talk.members.forEach(member -> index.accept(new Change.Joined(talk.id, member, 0, 0)));
        return talk;
    }

    /** What the reader sees, oldest first. */
    List<IndexedMessage> visible() {
        return List.copyOf(visible);
    }

    private boolean isLate(Talk talk) {
        return ofReader.indexOf(talk) % 4 == 0;
    }

    private void say(Talk talk, String content, TextAnalyzer analyzer, Consumer<Change> index) {
        talk.seq++;
        var sender = talk.members.get(random.nextInt(talk.members.size()));
        var message = new IndexedMessage(
                talk.id, new MessageId(uuid()), talk.seq, talk.seq, sender, content, null, START.plusSeconds(sent),
                null);
        sent++;
        if (talk.joinedSeq >= 0 && talk.seq > talk.joinedSeq) {
            visible.add(message);
        }
        index.accept(new Change.Shown(message, analyzer.analyze(content)));
    }

    /** Every fifth conversation is a group. */
    private List<UserId> members() {
        var count = random.nextInt(5) == 0 ? 3 + random.nextInt(48) : 2;
        return random.ints(0, USERS)
                .distinct()
                .limit(count)
                .mapToObj(number -> new UserId("user-" + number))
                .toList();
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** A conversation as it goes on. */
    private static final class Talk {

        final ConversationId id;
        final List<UserId> members;
        long seq;
        /** Of the reader; -1 while they are not in it. */
        long joinedSeq = -1;

        Talk(ConversationId id, List<UserId> members) {
            this.id = id;
            this.members = members;
        }
    }
}
