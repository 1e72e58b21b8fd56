package dev.parley.persistence.conversation;

import dev.parley.contracts.Title;
import java.time.Instant;

/** What kind of conversation it is, and what there is to say about it as a whole. */
public sealed interface Profile {

    Instant createdAt();

    record Direct(Instant createdAt) implements Profile {}

    record Group(Instant createdAt, Title title) implements Profile {

        Group with(Title newTitle) {
            return new Group(createdAt, newTitle);
        }
    }
}
