package dev.parley.persistence.writer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Command;
import dev.parley.contracts.CommandCodec;
import dev.parley.contracts.CommandId;
import dev.parley.contracts.Content;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.Title;
import dev.parley.contracts.Topics;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Receipt;
import dev.parley.persistence.conversation.ConversationFold;
import dev.parley.tracing.Tracing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** However the log is cut into batches, and wherever a writer dies, the same comes of it. */
class BatchesTest {

    /** Where the life of one batch ends. */
    enum Fate {
        COMMITTED_AND_PUBLISHED,
        /** Died with the transaction open: nothing was written. */
        DIED_BEFORE_COMMIT,
        /** Died with nothing sent: the next owner sends the outbox. */
        DIED_BEFORE_PUBLISH,
        /** Died with half of it sent: the next owner sends all of it again. */
        DIED_WHILE_PUBLISHING
    }

    record Cut(int size, Fate fate) {}

    private static final UserId ANN = new UserId("ann");
    private static final UserId BEN = new UserId("ben");
    private static final Title TITLE = new Title("Climbing");
    private static final ConversationId THE_GROUP = ConversationId.group(ANN, "key");

    private final ConversationFold fold = new ConversationFold(20, 3);

    @Property(tries = 500)
    void cutsAndCrashesChangeNothing(
            @ForAll("commands") @Size(max = 60) List<Command> commands, @ForAll("cuts") @Size(60) List<Cut> cuts) {
        var straight = new MemoryStore();
        var told = new ArrayList<Delivery>();
        while (straight.nextCommand < commands.size()) {
            told.addAll(write(straight, batch(commands, straight.nextCommand, 1)));
        }

        var crashing = new MemoryStore();
        var toldInPieces = new ArrayList<Delivery>();
        for (var step = 0; crashing.nextCommand < commands.size(); step++) {
            // Past the drawn cuts all goes well, so that the run ends.
            var cut = step < cuts.size() ? cuts.get(step) : new Cut(1, Fate.COMMITTED_AND_PUBLISHED);
            live(crashing, batch(commands, crashing.nextCommand, cut.size()), cut.fate(), toldInPieces);
        }

        assertThat(crashing.conversations).isEqualTo(straight.conversations);
        assertThat(facts(toldInPieces)).isEqualTo(facts(told));
        assertThat(latestMarks(toldInPieces)).isEqualTo(latestMarks(told));
    }

    @Property(tries = 300)
    void whoIsInHearsOfEachChangeAndNobodyElse(
            @ForAll("commands") @Size(max = 60) List<Command> commands, @ForAll @IntRange(min = 1, max = 60) int size) {
        var store = new MemoryStore();
        var witness = new Witness();
        while (store.nextCommand < commands.size()) {
            write(store, batch(commands, store.nextCommand, size)).forEach(witness::hear);
        }
        store.conversations.values().forEach(witness::requireComplete);
    }

    @Example
    void aBatchThatSendsRemovesAndSendsAgainLeaksNothingAndLosesNothing() {
        var store = new MemoryStore();
        var witness = new Witness();
        var commands = List.of(
                in(THE_GROUP, ANN, new Command.CreateGroup(TITLE, List.of(BEN))),
                in(THE_GROUP, ANN, send(1)),
                in(THE_GROUP, BEN, new Command.MarkRead(1)),
                in(THE_GROUP, ANN, new Command.RemoveParticipant(BEN)),
                in(THE_GROUP, ANN, send(2)),
                in(THE_GROUP, BEN, send(3)),
                in(THE_GROUP, ANN, new Command.AddParticipants(List.of(BEN))),
                in(THE_GROUP, ANN, new Command.EditMessage(messageId(1), new Content("edited"))),
                in(THE_GROUP, ANN, send(4)));
        write(store, batch(commands, 0, 1)).forEach(witness::hear);
        var told = write(store, batch(commands, 1, 8));
        told.forEach(witness::hear);
        store.conversations.values().forEach(witness::requireComplete);
        assertThat(told.stream().filter(delivery -> delivery.getRecipientsList().contains(BEN.value())))
                .extracting(BatchesTest::inShort)
                .containsExactly("stored 1", "receipt", "removed 2", "rejection", "joined 4", "advanced 5", "stored 6");
        var members = Objects.requireNonNull(store.conversations.get(THE_GROUP)).members();
        assertThat(Objects.requireNonNull(members.get(BEN)).joinedSeq()).isEqualTo(4);
    }

    @Property(tries = 200)
    void everyChangeTakesTheNextSeq(@ForAll("commands") @Size(max = 60) List<Command> commands) {
        var store = new MemoryStore();
        var heads = new HashMap<ConversationId, Long>();
        while (store.nextCommand < commands.size()) {
            for (var event : facts(write(store, batch(commands, store.nextCommand, 7)))) {
                var id = ConversationId.ofBytes(event.getConversationId());
                if (event.hasConversationCreated()) {
                    assertThat(event.getSeq()).isZero();
                } else {
                    assertThat(event.getSeq()).isEqualTo(heads.merge(id, 1L, Long::sum));
                }
            }
        }
    }

    private void live(MemoryStore store, CommandBatch batch, Fate fate, List<Delivery> told) {
        switch (fate) {
            case COMMITTED_AND_PUBLISHED -> told.addAll(write(store, batch));
            case DIED_BEFORE_COMMIT ->
                DecidedBatch.decide(fold, batch, store.load(batch.wanted()), BatchTrace.begin(Tracing.OFF, batch));
            case DIED_BEFORE_PUBLISH -> {
                write(store, batch);
                told.addAll(store.outbox);
            }
            case DIED_WHILE_PUBLISHING -> {
                var deliveries = write(store, batch);
                told.addAll(deliveries.subList(0, deliveries.size() / 2));
                told.addAll(store.outbox);
            }
        }
    }

    private List<Delivery> write(MemoryStore store, CommandBatch batch) {
        var decided = DecidedBatch.decide(fold, batch, store.load(batch.wanted()),
                BatchTrace.begin(Tracing.OFF, batch));
        var changes = decided.changes(false);
        var stored = changes.progress().stream()
                .flatMap(progress -> progress.outbox().getDeliveriesList().stream())
                .toList();
        assertThat(stored).isEqualTo(decided.deliveries());
        store.commit(changes, stored, store.nextCommand + batch.size());
        return stored;
    }

    private static CommandBatch batch(List<Command> commands, int from, int size) {
        var logged = new ArrayList<LoggedCommand>();
        for (var offset = from; offset < Math.min(from + size, commands.size()); offset++) {
            var command = commands.get(offset);
            logged.add(new LoggedCommand.Valid(
                    new ConsumerRecord<>(Topics.COMMANDS, 0, offset, new byte[0], CommandCodec.encode(command)),
                    command));
        }
        return new CommandBatch(logged);
    }

    /** Each once, in the order in which it was told first. */
    private static List<Event> facts(List<Delivery> told) {
        return List.copyOf(new LinkedHashSet<>(told.stream()
                .filter(delivery -> delivery.hasEvent() && !delivery.getRepeated())
                .map(Delivery::getEvent)
                .toList()));
    }

    private static String inShort(Delivery delivery) {
        return switch (delivery.getBodyCase()) {
            case EVENT -> switch (delivery.getEvent().getBodyCase()) {
                case MESSAGE_STORED -> "stored ";
                case PARTICIPANT_REMOVED -> "removed ";
                default -> delivery.getEvent().getBodyCase() + " ";
            } + delivery.getEvent().getSeq();
            case JOINED -> "joined " + delivery.getJoined().getSeq();
            case ADVANCED -> "advanced " + delivery.getAdvanced().getSeq();
            case RECEIPT -> "receipt";
            case REJECTION -> "rejection";
            case BODY_NOT_SET -> "nothing";
        };
    }

    private static Map<String, Receipt> latestMarks(List<Delivery> told) {
        var marks = new HashMap<String, Receipt>();
        told.stream().filter(Delivery::hasReceipt).map(Delivery::getReceipt).forEach(receipt -> {
            var key = ConversationId.ofBytes(receipt.getConversationId()) + receipt.getUserId() + receipt.getMoved();
            marks.merge(key, receipt, (one,
                    other) -> one.getDeliveredSeq() + one.getReadSeq() > other.getDeliveredSeq() + other.getReadSeq()
                            ? one
                            : other);
        });
        return marks;
    }

    @Provide
    Arbitrary<List<Cut>> cuts() {
        return Combinators.combine(Arbitraries.integers().between(1, 12), Arbitraries.of(Fate.class))
                .as(Cut::new)
                .list();
    }

    /** Few users, ids and texts, so that repeats, conflicts and strangers come up often. A group is there at once. */
    @Provide
    Arbitrary<List<Command>> commands() {
        var users = Arbitraries.of(ANN, BEN, new UserId("cat"), new UserId("dan"));
        var one = Combinators.combine(users, users, users, Arbitraries.oneOf(bodies(), groupBodies(users)))
                .as(BatchesTest::command);
        return one.list().ofMinSize(1).map(commands -> {
            var create = new Command.CreateGroup(TITLE, List.of(BEN));
            return Stream.concat(Stream.of(in(THE_GROUP, ANN, create)), commands.stream().skip(1)).toList();
        });
    }

    private static Arbitrary<Command.Body> bodies() {
        var messageIds = Arbitraries.integers().between(1, 8).map(BatchesTest::messageId);
        var contents = Arbitraries.of("yes", "no", "far too long for this fold").map(Content::new);
        var seqs = Arbitraries.longs().between(0, 12);
        return Arbitraries.oneOf(
                Combinators.combine(messageIds, contents, messageIds.injectNull(0.7))
                        .as((id, content, replyTo) -> new Command.SendMessage(id, content, null, replyTo)),
                Combinators.combine(messageIds, contents)
                        .as((id, content) -> new Command.SendMessage(id, content, BEN, null)),
                Combinators.combine(messageIds, contents).as(Command.EditMessage::new),
                messageIds.map(Command.DeleteMessage::new),
                seqs.map(Command.MarkDelivered::new),
                seqs.map(Command.MarkRead::new),
                Arbitraries.just(new Command.CreateDirect(new UserId("cat"))));
    }

    private static Arbitrary<Command.Body> groupBodies(Arbitrary<UserId> users) {
        var titles = Arbitraries.of("Climbing", "Bouldering").map(Title::new);
        return Arbitraries.oneOf(
                Combinators.combine(titles, users.list().ofMaxSize(3)).as(Command.CreateGroup::new),
                users.list().ofMinSize(1).ofMaxSize(2).map(Command.AddParticipants::new),
                users.map(Command.RemoveParticipant::new),
                titles.map(Command.RenameConversation::new));
    }

    private static Command command(UserId author, UserId one, UserId other, Command.Body body) {
        return switch (body) {
            case Command.SendMessage send when send.recipientId() != null ->
                in(ConversationId.direct(author, send.recipientId()), author, body);
            case Command.CreateDirect create -> in(ConversationId.direct(author, create.participantId()), author, body);
            case Command.CreateGroup _ -> in(ConversationId.group(author, "key"), author, body);
            case Command.AddParticipants _,Command.RemoveParticipant _,Command.RenameConversation _ ->
                in(THE_GROUP, author, body);
            default -> in(
                    one.compareTo(other) >= 0 ? THE_GROUP : ConversationId.direct(one, other), author, body);
        };
    }

    private static Command in(ConversationId conversationId, UserId author, Command.Body body) {
        return new Command(
                new CommandId(new UUID(1, 1)), author, conversationId, Instant.ofEpochMilli(1_000), null, body);
    }

    private static Command.SendMessage send(int number) {
        return new Command.SendMessage(messageId(number), new Content("hello"), null, null);
    }

    private static MessageId messageId(int number) {
        return new MessageId(new UUID(0, number));
    }
}
