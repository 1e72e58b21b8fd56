package dev.parley.persistence.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.persistence.ApiClient;
import dev.parley.persistence.Log;
import dev.parley.persistence.ServiceUnderTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

class SyncApiIT extends ServiceUnderTest {

    private final UserId alice = new UserId("alice-" + UUID.randomUUID());
    private final UserId bob = new UserId("bob-" + UUID.randomUUID());
    private final ConversationId id = ConversationId.direct(alice, bob);
    private final Log log = new Log();
    private final ApiClient api;

    SyncApiIT(@LocalServerPort int port) {
        api = new ApiClient(port);
    }

    /** So that what settles the log is not told as news later. */
    @BeforeEach
    void settle() {
        api.settle(alice);
    }

    @AfterEach
    void close() {
        log.close();
        api.close();
    }

    @Test
    void tellsAConversationInTheShapeOfTheProtocol() {
        log.append(Log.send(bob, alice, "hello"));
        api.settle(alice);
        var answer = api.get(alice, "/sync");
        assertThat(answer.at("/status").asString()).isEqualTo("success");
        assertThat(answer.at("/data").propertyNames())
                .containsExactlyInAnyOrder("conversations", "removed", "rejected", "token", "more", "reset");
        var conversation = find(answer, id);
        assertThat(conversation.at("/kind").asString()).isEqualTo("direct");
        assertThat(conversation.at("/seq").asLong()).isEqualTo(1);
        assertThat(conversation.at("/unread").asLong()).isEqualTo(1);
        assertThat(conversation.at("/participants")).hasSize(2);
        assertThat(conversation.at("/truncated").asBoolean(true)).isFalse();
        assertThat(conversation.at("/messages/0")).isEqualTo(conversation.at("/lastMessage"));
        assertThat(conversation.at("/messages/0/status").asString()).isEqualTo("sent");
    }

    @Test
    void refusesBadInputWithACode() {
        assertThat(api.failure(alice, "/sync?token=garbage")).isEqualTo("400 CHAT_INVALID_REQUEST");
        assertThat(api.failure(alice, "/sync?token=")).isEqualTo("400 CHAT_INVALID_REQUEST");
        assertThat(api.failure(alice, "/sync?limit=0")).isEqualTo("400 CHAT_INVALID_REQUEST");
        assertThat(api.failure(alice, "/sync?limit=101")).isEqualTo("400 CHAT_INVALID_REQUEST");
        assertThat(api.failure(alice, "/sync?limit=x")).isEqualTo("400 CHAT_INVALID_REQUEST");
    }

    private static JsonNode find(JsonNode answer, ConversationId conversationId) {
        for (var conversation : answer.at("/data/conversations")) {
            if (conversation.at("/conversationId").asString().equals(conversationId.toString())) {
                return conversation;
            }
        }
        throw new AssertionError(conversationId + " is not in " + answer);
    }
}
