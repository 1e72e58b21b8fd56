package dev.parley.persistence.writer;

import dev.parley.contracts.Command.DeleteMessage;
import dev.parley.contracts.Command.EditMessage;
import dev.parley.contracts.Command.SendMessage;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.persistence.store.Wanted;
import dev.parley.persistence.store.Wanted.WantedMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Records of one poll, each partition's in the order of the log. */
record CommandBatch(List<LoggedCommand> commands) {

    /** From the first record of a partition to behind its last. */
    record Range(long first, long next) {

        Range and(Range later) {
            if (later.first != next) {
                throw new IllegalStateException("offset: " + later.first + " (expected: " + next
                        + ", since the log of commands has no holes)");
            }
            return new Range(first, later.next);
        }
    }

    CommandBatch {
        commands = List.copyOf(commands);
    }

    boolean isEmpty() {
        return commands.isEmpty();
    }

    int size() {
        return commands.size();
    }

    CommandBatch retain(IntPredicate partitions) {
        return new CommandBatch(
                commands.stream().filter(command -> partitions.test(command.partition())).toList());
    }

    CommandBatch firstHalf() {
        return new CommandBatch(commands.subList(0, size() / 2));
    }

    CommandBatch secondHalf() {
        return new CommandBatch(commands.subList(size() / 2, size()));
    }

    Map<Integer, Range> ranges() {
        var ranges = new TreeMap<Integer, Range>();
        for (var command : commands) {
            ranges.merge(command.partition(), new Range(command.offset(), command.offset() + 1), Range::and);
        }
        return ranges;
    }

    Wanted wanted() {
        var partitions = new TreeSet<Integer>();
        var conversations = new TreeSet<ConversationId>();
        var messages = new HashSet<WantedMessage>();
        for (var command : commands) {
            partitions.add(command.partition());
            if (command instanceof LoggedCommand.Valid(_, var valid)) {
                conversations.add(valid.conversationId());
                switch (valid.body()) {
                    case SendMessage send -> {
                        want(messages, valid.conversationId(), send.messageId());
                        want(messages, valid.conversationId(), send.replyTo());
                    }
                    case EditMessage edit -> want(messages, valid.conversationId(), edit.messageId());
                    case DeleteMessage delete -> want(messages, valid.conversationId(), delete.messageId());
                    default -> {
                        // The other kinds speak of no message.
                    }
                }
            }
        }
        return new Wanted(partitions, conversations, messages);
    }

    private static void want(Set<WantedMessage> messages, ConversationId conversationId,
            @Nullable MessageId messageId) {
        if (messageId != null) {
            messages.add(new WantedMessage(conversationId, messageId));
        }
    }
}
