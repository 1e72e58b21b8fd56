package dev.parley.persistence.writer;

import dev.parley.persistence.GroupSettings;
import dev.parley.persistence.conversation.ConversationFold;
import dev.parley.persistence.store.BatchStore;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One batch, one transaction: lock, read, fold, write, and commit only when the batch before is published. */
@Component
class BatchTransaction {

    private final TransactionTemplate transaction;
    private final BatchStore store;
    private final ConversationFold fold;

    BatchTransaction(
            TransactionTemplate transaction, BatchStore store, WriterSettings settings, GroupSettings groups) {
        this.transaction = transaction;
        this.store = store;
        this.fold = new ConversationFold(settings.maxContentCodePoints(), groups.maxMembers());
    }

    /**
     * @param resyncOwed to be kept with the progress of this batch
     * @param beforeCommit throws to prevent the commit
     * @throws PartitionLost if another writer went on where this batch begins
     */
    DecidedBatch apply(CommandBatch batch, boolean resyncOwed, Runnable beforeCommit) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var loaded = store.load(batch.wanted());
            requireOwnership(batch, loaded.nextOffsets());
            var decided = DecidedBatch.decide(fold, batch, loaded.conversations());
            store.store(decided.changes(resyncOwed));
            beforeCommit.run();
            return decided;
        }));
    }

    private static void requireOwnership(CommandBatch batch, Map<Integer, Long> nextOffsets) {
        batch.ranges().forEach((partition, range) -> {
            long expected = nextOffsets.getOrDefault(partition, -1L);
            if (range.first() != expected) {
                throw new PartitionLost(partition, range.first(), expected);
            }
        });
    }
}
