package dev.parley.persistence.access;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.Title;
import dev.parley.contracts.UserId;
import java.util.List;
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

    public static Title title(@Nullable String text) {
        return parse("title", text, Title::new);
    }

    /** A user to talk to, which has a code of its own where it is none. */
    public static UserId recipient(String field, @Nullable String text) {
        try {
            return new UserId(required(field, text));
        } catch (IllegalArgumentException e) {
            throw new ChatException(ErrorCode.CHAT_RECIPIENT_INVALID, String.valueOf(e.getMessage()));
        }
    }

    public static List<UserId> recipients(String field, List<@Nullable String> texts) {
        return texts.stream().map(text -> recipient(field, text)).toList();
    }

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

    private static <T> T parse(String field, @Nullable String text, Function<String, T> parser) {
        var present = required(field, text);
        try {
            return parser.apply(present);
        } catch (IllegalArgumentException e) {
            throw ChatException.invalid(field, String.valueOf(e.getMessage()));
        }
    }
}
