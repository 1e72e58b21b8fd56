package dev.parley.persistence.writer;

import dev.parley.contracts.CommandCodec.Envelope;
import dev.parley.contracts.CommandKind;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.MailboxEntry;
import dev.parley.persistence.conversation.Conversation;
import dev.parley.persistence.conversation.ConversationFold;
import dev.parley.persistence.conversation.Outcome;
import dev.parley.persistence.store.Changes;
import dev.parley.persistence.store.Changes.ChangedConversation;
import dev.parley.persistence.store.Changes.ChangedMember;
import dev.parley.persistence.store.Changes.Left;
import dev.parley.persistence.store.Changes.OfConversation;
import dev.parley.persistence.store.Progress;
import dev.parley.persistence.store.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A batch being decided: the fold over what was loaded, then the difference in rows and what there is to tell. */
final class DecidedBatch {

    private final CommandBatch batch;
    private final Map<ConversationId, Conversation> loaded;
    private final Map<ConversationId, Conversation> current;
    private final Map<ConversationId, LoggedCommand> lastChanges = new LinkedHashMap<>();
    private final Map<Integer, Outbox> outboxes = new TreeMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Tally tally = new Tally();
    private final BatchTrace trace;

    private DecidedBatch(CommandBatch batch, Map<ConversationId, Conversation> loaded, BatchTrace trace) {
        this.batch = batch;
        this.loaded = loaded;
        this.current = new HashMap<>(loaded);
        this.trace = trace;
    }

    static DecidedBatch decide(
            ConversationFold fold, CommandBatch batch, Map<ConversationId, Conversation> loaded, BatchTrace trace) {
        var decided = new DecidedBatch(batch, loaded, trace);
        for (var command : batch.commands()) {
            switch (command) {
                case LoggedCommand.Valid valid -> decided.decide(fold, valid);
                case LoggedCommand.Dead dead -> decided.bury(dead);
                case LoggedCommand.Unknown unknown -> throw new IllegalStateException(
                        "in a batch: " + unknown.reason() + " (expected: only kinds that this writer knows)");
            }
        }
        return decided;
    }

    Tally tally() {
        return tally;
    }

    BatchTrace trace() {
        return trace;
    }

    boolean isGroup(ConversationId conversationId) {
        var conversation = current.get(conversationId);
        return conversation != null && conversation.isGroup();
    }

    /** All that this batch has to tell; conversations stay in order, since each has one partition. */
    List<Delivery> deliveries() {
        return outboxes.values().stream()
                .flatMap(outbox -> outbox.toEntry().getDeliveriesList().stream())
                .toList();
    }

    Changes changes(boolean resyncOwed) {
        var members = new ArrayList<ChangedMember>();
        var born = new ArrayList<OfConversation>();
        var altered = new ArrayList<OfConversation>();
        var conversations = new ArrayList<ChangedConversation>();
        lastChanges.forEach((id, last) -> {
            var before = loaded.get(id);
            var now = current.get(id);
            if (now != null) {
                conversations.add(new ChangedConversation(now, last.partition(), last.offset()));
                addMembers(before, now, last.offset(), members);
                addMessages(before, now, last.offset(), born, altered);
            }
        });
        return new Changes(conversations, members, born, altered, refusals, progress(resyncOwed));
    }

    private void decide(ConversationFold fold, LoggedCommand.Valid logged) {
        var id = logged.command().conversationId();
        var before = current.get(id);
        var decision = fold.decide(before, logged.command());
        var after = decision.conversation();
        if (after != null && after != before) {
            current.put(id, after);
            lastChanges.put(id, logged);
        }
        tally.count(CommandKind.of(logged.command()), decision.outcomes());
        for (var outcome : decision.outcomes()) {
            outbox(logged.partition()).add(id, outcome, trace.traceparent(logged));
            if (outcome instanceof Outcome.Refused(var command, var code, var reason)) {
                var envelope = new Envelope(command.id(), command.userId(), id);
                refusals.add(new Refusal(
                        logged.partition(), logged.offset(), envelope, code, reason, command.acceptedAt()));
            }
        }
    }

    /** An accepted command is never followed by silence, even where it could not be handled. */
    private void bury(LoggedCommand.Dead dead) {
        tally.countDead(dead.kind());
        var envelope = dead.envelope();
        if (envelope != null) {
            var at = Instant.ofEpochMilli(dead.source().timestamp());
            var reason = "the command could not be handled and was put aside for the operator";
            refusals.add(new Refusal(
                    dead.partition(), dead.offset(), envelope, ErrorCode.CHAT_INTERNAL, reason, at));
            outbox(dead.partition()).add(Encoding.rejection(envelope, ErrorCode.CHAT_INTERNAL, reason, at));
        }
    }

    private Outbox outbox(int partition) {
        return outboxes.computeIfAbsent(partition, _ -> new Outbox());
    }

    private List<Progress> progress(boolean resyncOwed) {
        var progress = new ArrayList<Progress>();
        batch.ranges().forEach((partition, range) -> {
            var outbox = outboxes.get(partition);
            var entry = outbox == null ? MailboxEntry.getDefaultInstance() : outbox.toEntry();
            progress.add(new Progress(partition, range.next(), entry, resyncOwed));
        });
        return progress;
    }

    private static void addMembers(
            @Nullable Conversation before, Conversation now, long offset, List<ChangedMember> members) {
        if (before != null && before.members() == now.members()) {
            return;
        }
        for (var member : now.members().present().values()) {
            if (before == null || !member.equals(before.members().get(member.userId()))) {
                members.add(new ChangedMember(now.id(), member, null));
            }
        }
        for (var departure : now.members().departed().values()) {
            members.add(new ChangedMember(now.id(), departure.member(), new Left(departure.seq(), offset)));
        }
    }

    private static void addMessages(
            @Nullable Conversation before, Conversation now, long offset,
            List<OfConversation> born, List<OfConversation> altered) {
        for (var message : now.messages().byId().values()) {
            var known = before == null ? null : before.messages().get(message.messageId());
            if (known == null) {
                born.add(new OfConversation(now.id(), message, offset));
            } else if (!known.equals(message)) {
                altered.add(new OfConversation(now.id(), message, offset));
            }
        }
    }
}
