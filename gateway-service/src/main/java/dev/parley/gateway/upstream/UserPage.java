package dev.parley.gateway.upstream;

import dev.parley.contracts.UserId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A page of a list of users, as far as it says who they are. */
record UserPage(List<UserId> users, @Nullable String nextCursor) {

    private static final JsonMapper JSON = new JsonMapper();

    UserPage {
        users = List.copyOf(users);
    }

    private record Body(List<Entry> data, @Nullable Meta meta) {

        Body {
            data = List.copyOf(data);
        }
    }

    private record Entry(String userId) {

        Entry {
            Objects.requireNonNull(userId);
        }
    }

    private record Meta(@Nullable String nextCursor) {}

    /** @throws UnreadableAnswer if it is no such page */
    static UserPage read(byte[] answer) {
        try {
            return of(JSON.readValue(answer, Body.class));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new UnreadableAnswer("no page of users: " + e.getClass().getSimpleName());
        }
    }

    private static UserPage of(@Nullable Body body) {
        if (body == null) {
            throw new UnreadableAnswer("no page of users: null");
        }
        var users = body.data().stream().map(entry -> new UserId(entry.userId())).toList();
        return new UserPage(users, body.meta() == null ? null : body.meta().nextCursor());
    }
}
