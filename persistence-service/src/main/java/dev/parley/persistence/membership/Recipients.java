package dev.parley.persistence.membership;

import dev.parley.access.rest.ChatException;
import dev.parley.access.rest.Fields;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Users to talk to, which have a code of their own where they are none. */
final class Recipients {

    private Recipients() {}

    static UserId one(String field, @Nullable String text) {
        try {
            return new UserId(Fields.required(field, text));
        } catch (IllegalArgumentException e) {
            throw new ChatException(ErrorCode.CHAT_RECIPIENT_INVALID, String.valueOf(e.getMessage()));
        }
    }

    static List<UserId> all(String field, List<@Nullable String> texts) {
        return texts.stream().map(text -> one(field, text)).toList();
    }
}
