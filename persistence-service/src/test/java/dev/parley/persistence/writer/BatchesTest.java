package dev.parley.persistence.writer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Command;
import dev.parley.contracts.CommandCodec;
import dev.parley.contracts.CommandId;
import dev.parley.contracts.Content;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.Topics;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Receipt;
import dev.parley.persistence.conversation.ConversationFold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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

    private final ConversationFold fold = new ConversationFold(20);

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
            case DIED_BEFORE_COMMIT -> DecidedBatch.decide(fold, batch, store.load(batch.wanted()));
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
        var decided = DecidedBatch.decide(fold, batch, store.load(batch.wanted()));
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

    /** Few users, ids and texts, so that repeats, conflicts and strangers come up often. */
    @Provide
    Arbitrary<List<Command>> commands() {
        var users = Arbitraries.of("ann", "ben", "cat").map(UserId::new);
        return Combinators.combine(users, users, users, bodies())
                .as((author, one, other, body) -> command(author, one, other, body))
                .list();
    }

    private static Arbitrary<Command.Body> bodies() {
        var messageIds = Arbitraries.integers().between(1, 8).map(number -> new MessageId(new UUID(0, number)));
        var contents = Arbitraries.of("yes", "no", "far too long for this fold").map(Content::new);
        var seqs = Arbitraries.longs().between(0, 12);
        return Arbitraries.oneOf(
                Combinators.combine(messageIds, contents, messageIds.injectNull(0.7))
                        .as((id, content, replyTo) -> new Command.SendMessage(id, content, null, replyTo)),
                Combinators.combine(messageIds, contents)
                        .as((id, content) -> new Command.SendMessage(id, content, new UserId("ben"), null)),
                Combinators.combine(messageIds, contents).as(Command.EditMessage::new),
                messageIds.map(Command.DeleteMessage::new),
                seqs.map(Command.MarkDelivered::new),
                seqs.map(Command.MarkRead::new),
                Arbitraries.just(new Command.CreateDirect(new UserId("cat"))));
    }

    private static Command command(UserId author, UserId one, UserId other, Command.Body body) {
        var recipient = switch (body) {
            case Command.SendMessage send when send.recipientId() != null -> send.recipientId();
            case Command.CreateDirect create -> create.participantId();
            default -> null;
        };
        var conversationId = recipient == null
                ? ConversationId.direct(one, other)
                : ConversationId.direct(author, recipient);
        return new Command(
                new CommandId(new UUID(1, 1)), author, conversationId, Instant.ofEpochMilli(1_000), null, body);
    }
}
