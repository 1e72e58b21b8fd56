package dev.parley.persistence.writer;

import static dev.parley.persistence.conversation.Outcome.MarkMoved.Kind.DELIVERED;
import static dev.parley.persistence.conversation.Outcome.MarkMoved.Kind.READ;

import dev.parley.contracts.Command;
import dev.parley.contracts.Command.AddParticipants;
import dev.parley.contracts.Command.CreateDirect;
import dev.parley.contracts.Command.CreateGroup;
import dev.parley.contracts.Command.DeleteMessage;
import dev.parley.contracts.Command.EditMessage;
import dev.parley.contracts.Command.MarkDelivered;
import dev.parley.contracts.Command.MarkRead;
import dev.parley.contracts.Command.RemoveParticipant;
import dev.parley.contracts.Command.RenameConversation;
import dev.parley.contracts.Command.SendMessage;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.persistence.store.Wanted;
import dev.parley.persistence.store.Wanted.WantedMark;
import dev.parley.persistence.store.Wanted.WantedMessage;
import java.util.ArrayList;
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
        var wanted = new Wanted(new TreeSet<>(), new TreeSet<>(), new HashSet<>(), new ArrayList<>());
        for (var command : commands) {
            wanted.partitions().add(command.partition());
            if (command instanceof LoggedCommand.Valid(_, var valid)) {
                wanted.conversations().add(valid.conversationId());
                want(wanted, valid);
            }
        }
        return wanted;
    }

    private static void want(Wanted wanted, Command command) {
        var id = command.conversationId();
        switch (command.body()) {
            case SendMessage send -> {
                want(wanted.messages(), id, send.messageId());
                want(wanted.messages(), id, send.replyTo());
            }
            case EditMessage edit -> want(wanted.messages(), id, edit.messageId());
            case DeleteMessage delete -> want(wanted.messages(), id, delete.messageId());
            case MarkDelivered mark ->
                wanted.marks().add(new WantedMark(id, command.userId(), DELIVERED, mark.seq()));
            case MarkRead mark -> wanted.marks().add(new WantedMark(id, command.userId(), READ, mark.seq()));
            case CreateDirect _,CreateGroup _,AddParticipants _,RemoveParticipant _,RenameConversation _ -> {
                // They speak of members and titles, which come with the conversation.
            }
        }
    }

    private static void want(Set<WantedMessage> messages, ConversationId conversationId,
            @Nullable MessageId messageId) {
        if (messageId != null) {
            messages.add(new WantedMessage(conversationId, messageId));
        }
    }
}
