package dev.parley.access.rest;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What calls are made of, from the text they come in; each throws a {@link ChatException} that names the field. */
public final class Fields {

    private Fields() {}

    public static ConversationId conversationId(String text) {
        return parse("conversationId", text, ConversationId::parse);
    }

    public static UserId userId(String field, @Nullable String text) {
        return parse(field, text, UserId::new);
    }

    /**
     * How long a page of a list is to be.
     *
     * @param page where nothing is asked for
     */
    public static int limit(@Nullable Integer limit, int page, int maxPage) {
        if (limit == null) {
            return page;
        }
        if (limit < 1 || limit > maxPage) {
            throw ChatException.invalid("limit", "limit: " + limit + " (expected: 1 to " + maxPage + ")");
        }
        return limit;
    }

    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw ChatException.invalid(field, field + ": missing");
        }
        return value;
    }

    /** @param parser throws an {@link IllegalArgumentException} whose message is for the caller */
    public static <T> T parse(String field, @Nullable String text, Function<String, T> parser) {
        var present = required(field, text);
        try {
            return parser.apply(present);
        } catch (IllegalArgumentException e) {
            throw ChatException.invalid(field, String.valueOf(e.getMessage()));
        }
    }
}
