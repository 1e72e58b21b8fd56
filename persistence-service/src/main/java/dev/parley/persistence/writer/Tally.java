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

/** What became of the commands of a batch: added to the counters once it has committed, and only then. */
final class Tally {

    private long stored;
    private long changed;
    private long moved;
    private long repeated;
    private long refused;
    private long dead;

    void count(Outcome outcome) {
        switch (outcome) {
            case MessageStored _ -> stored++;
            case ConversationCreated _,MessageEdited _,MessageDeleted _,ParticipantsAdded _,ParticipantRemoved _,ConversationRenamed _ ->
                changed++;
            case Joined _,Advanced _ -> {
                // The other half of a change that is counted.
            }
            case MarkMoved _ -> moved++;
            case MessageRepeated _,NothingToDo _ -> repeated++;
            case Refused _ -> refused++;
        }
    }

    void countDead() {
        dead++;
    }

    long stored() {
        return stored;
    }

    long changed() {
        return changed;
    }

    long moved() {
        return moved;
    }

    long repeated() {
        return repeated;
    }

    long refused() {
        return refused;
    }

    long dead() {
        return dead;
    }
}
