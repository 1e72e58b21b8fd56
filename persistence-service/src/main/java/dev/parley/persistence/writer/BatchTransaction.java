package dev.parley.persistence.writer;

import dev.parley.persistence.GroupSettings;
import dev.parley.persistence.conversation.ConversationFold;
import dev.parley.persistence.store.BatchStore;
import dev.parley.tracing.Span;
import dev.parley.tracing.Tracing;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One batch, one transaction: lock, read, fold, write, and commit only when the batch before is published. */
@Component
class BatchTransaction {

    private final TransactionTemplate transaction;
    private final BatchStore store;
    private final ConversationFold fold;
    private final Tracing tracing;

    BatchTransaction(
            TransactionTemplate transaction,
            BatchStore store,
            WriterSettings settings,
            GroupSettings groups,
            Tracing tracing) {
        this.transaction = transaction;
        this.store = store;
        this.fold = new ConversationFold(settings.maxContentCodePoints(), groups.maxMembers());
        this.tracing = tracing;
    }

    /**
     * @param resyncOwed to be kept with the progress of this batch
     * @param beforeCommit throws to prevent the commit
     * @throws PartitionLost if another writer went on where this batch begins
     */
    DecidedBatch apply(CommandBatch batch, boolean resyncOwed, Runnable beforeCommit) {
        var trace = BatchTrace.begin(tracing, batch);
        try {
            var decided = Objects.requireNonNull(transaction.execute(_ -> {
                var loaded = during(trace.step("load"), () -> store.load(batch.wanted()));
                requireOwnership(batch, loaded.nextOffsets());
                var deciding = DecidedBatch.decide(fold, batch, loaded.conversations(), trace);
                during(trace.step("write"), () -> {
                    store.store(deciding.changes(resyncOwed));
                    return deciding;
                });
                beforeCommit.run();
                return deciding;
            }));
            trace.committed();
            return decided;
        } catch (RuntimeException e) {
            trace.failed(e);
            throw e;
        }
    }

    private static <T> T during(Span span, Supplier<T> work) {
        try {
            return work.get();
        } finally {
            span.end();
        }
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
