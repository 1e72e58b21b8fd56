package dev.parley.persistence.writer;

import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Participants;
import java.util.List;

/** An event as records of {@code chat.events}, where each member is an entity with a key of its own. */
final class Facts {

    private Facts() {}

    static List<Event> of(Event event) {
        return switch (event.getBodyCase()) {
            case PARTICIPANTS_ADDED -> event.getParticipantsAdded().getParticipantsList().stream()
                    .map(participant -> event.toBuilder()
                            .setParticipantsAdded(Participants.newBuilder().addParticipants(participant))
                            .build())
                    .toList();
            case PARTICIPANT_REMOVED -> event.hasSuccessor()
                    ? List.of(event, event.toBuilder()
                            .clearSuccessor()
                            .setParticipantChanged(event.getSuccessor())
                            .build())
                    : List.of(event);
            default -> List.of(event);
        };
    }
}
