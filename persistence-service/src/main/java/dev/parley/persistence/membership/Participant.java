package dev.parley.persistence.membership;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.persistence.history.ParticipantView;
import org.jspecify.annotations.Nullable;

/**
 * Someone in a conversation, since when, and how far they have got.
 *
 * @param role null in a direct conversation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Participant(
        String userId,
        @Nullable String role,
        long joinedSeq,
        long deliveredSeq,
        @Nullable String deliveredAt,
        long readSeq,
        @Nullable String readAt) {

    static Participant of(ParticipantView view, boolean inGroup) {
        return new Participant(
                view.userId(),
                inGroup ? view.role().name() : null,
                view.joinedSeq(),
                view.deliveredSeq(),
                view.deliveredAt(),
                view.readSeq(),
                view.readAt());
    }
}
