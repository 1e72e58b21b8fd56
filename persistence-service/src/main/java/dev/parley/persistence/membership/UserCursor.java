package dev.parley.persistence.membership;

import dev.parley.access.rest.ChatException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The last user of a page of a list in the order of user ids, bytewise. */
final class UserCursor {

    /** Comes before every user id, since none is empty. */
    private static final String START = "";

    private UserCursor() {}

    /** @throws ChatException if the text is not a cursor of such a list */
    static String parse(@Nullable String cursor) {
        if (cursor == null) {
            return START;
        }
        try {
            var userId = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (userId.indexOf('\0') < 0) {
                return userId;
            }
        } catch (IllegalArgumentException e) {
            throw unfit();
        }
        throw unfit();
    }

    /** What follows a page that was read with one more than it shows. */
    static <T> Map<String, Object> meta(List<T> read, int limit, Function<T, String> userId) {
        if (read.size() <= limit) {
            return Map.of();
        }
        var last = userId.apply(read.get(limit - 1)).getBytes(StandardCharsets.UTF_8);
        return Map.of("nextCursor", Base64.getUrlEncoder().withoutPadding().encodeToString(last));
    }

    private static ChatException unfit() {
        return ChatException.invalid(
                "cursor", "cursor: not one of this list (expected: meta.nextCursor of the page before)");
    }
}
