package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {

    @Test
    void keepsItsNamesAndStatuses() {
        var table = Arrays.stream(ErrorCode.values())
                .map(code -> code + " " + code.httpStatus())
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(table).isEqualTo("""
            CHAT_UNAUTHENTICATED 401
            CHAT_INVALID_REQUEST 400
            CHAT_UNKNOWN_EVENT 400
            CHAT_MESSAGE_EMPTY 422
            CHAT_MESSAGE_TOO_LONG 422
            CHAT_MESSAGE_INVALID 422
            CHAT_RECIPIENT_INVALID 422
            CHAT_CONVERSATION_NOT_FOUND 404
            CHAT_MESSAGE_NOT_FOUND 404
            CHAT_NOT_THE_SENDER 403
            CHAT_MESSAGE_ID_CONFLICT 409
            CHAT_MARK_INVALID 422
            CHAT_NOT_ALLOWED 403
            CHAT_GROUP_FULL 422
            CHAT_RATE_LIMIT_EXCEEDED 429
            CHAT_SEARCH_QUERY_INVALID 422
            CHAT_TEMPORARILY_UNAVAILABLE 503
            CHAT_INTERNAL 500
            """);
    }

    @Test
    void saysWhatMaySucceedLater() {
        assertThat(EnumSet.allOf(ErrorCode.class)).filteredOn(ErrorCode::isRetryable)
                .containsExactly(ErrorCode.CHAT_RATE_LIMIT_EXCEEDED, ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE);
    }
}
