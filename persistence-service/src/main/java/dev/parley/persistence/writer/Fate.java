package dev.parley.persistence.writer;

import dev.parley.persistence.conversation.Outcome;
import dev.parley.persistence.conversation.Outcome.Advanced;
import dev.parley.persistence.conversation.Outcome.ConversationCreated;
import dev.parley.persistence.conversation.Outcome.ConversationRenamed;
import dev.parley.persistence.conversation.Outcome.Joined;
import dev.parley.persistence.conversation.Outcome.MarkMoved;
import dev.parley.persistence.conversation.Outcome.MessageDeleted;
import dev.parley.persistence.conversation.Outcome.MessageEdited;
import dev.parley.persistence.conversation.Outcome.MessageRepeated;
import dev.parley.persistence.conversation.Outcome.MessageStored;
import dev.parley.persistence.conversation.Outcome.NothingToDo;
import dev.parley.persistence.conversation.Outcome.ParticipantRemoved;
import dev.parley.persistence.conversation.Outcome.ParticipantsAdded;
import dev.parley.persistence.conversation.Outcome.Refused;
import java.util.List;
import java.util.Locale;

/** What became of one record of the log: each has exactly one fate. */
enum Fate {
    /** It changed something: a message, a mark, a member, a title. */
    STORED,
    /** What it asks for is so already: sent again, or a mark that is not ahead. */
    DUPLICATE,
    REFUSED,
    DEAD_LETTERED;

    private final String label = name().toLowerCase(Locale.ROOT);

    String label() {
        return label;
    }

    /** Of one command; where it came to several things, such as a conversation and its first message, of all of them. */
    static Fate of(List<Outcome> outcomes) {
        return outcomes.stream().map(Fate::of).min(Fate::compareTo).orElse(DUPLICATE);
    }

    private static Fate of(Outcome outcome) {
        return switch (outcome) {
            case ConversationCreated _,MessageStored _,MessageEdited _,MessageDeleted _,ParticipantsAdded _,ParticipantRemoved _,ConversationRenamed _,Joined _,Advanced _,MarkMoved _ ->
                STORED;
            case MessageRepeated _,NothingToDo _ -> DUPLICATE;
            case Refused _ -> REFUSED;
        };
    }
}
