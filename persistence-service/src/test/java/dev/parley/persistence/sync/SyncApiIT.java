package dev.parley.persistence.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Command;
import dev.parley.contracts.Content;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.persistence.ApiClient;
import dev.parley.persistence.Log;
import dev.parley.persistence.ServiceUnderTest;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
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
    void tellsWhatTheWriterDecidedSinceTheTokenAndNoMore() {
        var messageId = new MessageId(UUID.randomUUID());
        log.append(Log.send(bob, alice, "hello", messageId));
        log.append(Log.send(bob, alice, "still there?"));
        var device = device(alice);
        settle(device);
        assertThat(contents(device)).containsExactly("hello", "still there?");

        log.append(Log.command(bob, id, new Command.EditMessage(messageId, new Content("hello, edited"))));
        log.append(Log.command(bob, id, new Command.MarkRead(99)));
        var refused = log.append(Log.command(alice, id, new Command.MarkRead(99)));
        settle(device);
        assertThat(device.told).contains("message 1: hello, edited").doesNotContain("message 2: still there?");
        assertThat(device.rejected).hasSize(1);
        assertThat(refused.offset()).isNotNegative();
        assertThat(contents(device)).containsExactly("hello, edited", "still there?");

        log.append(Log.command(alice, id, new Command.MarkRead(3)));
        settle(device);
        assertThat(device.told).contains("conversation " + id).noneMatch(told -> told.startsWith("message"));
        device.sync(100);
        assertThat(device.told).isEmpty();
    }

    @Test
    void followsAWriterThatNeverRests() {
        // Sixteen messages each: a device that falls behind is still told all of them.
        var friends = IntStream.range(0, 25).mapToObj(number -> new UserId("friend-" + number + UUID.randomUUID()))
                .toList();
        var writing = CompletableFuture.runAsync(() -> {
            for (var number = 0; number < 400; number++) {
                log.append(Log.send(friends.get(number % friends.size()), alice, "message " + number));
            }
        });
        var phone = device(alice);
        var laptop = device(alice);
        while (!writing.isDone()) {
            phone.page(2);
            laptop.page(3);
        }
        writing.join();
        api.settle(alice);
        for (var device : List.of(phone, laptop)) {
            device.sync(2);
            device.sync(2);
            for (var friend : friends) {
                var conversationId = ConversationId.direct(alice, friend);
                assertThat(messages(device, conversationId)).isEqualTo(history(conversationId));
            }
        }
    }

    @Test
    void refusesBadInputWithACode() {
        assertThat(api.failure(alice, "/sync?token=garbage")).isEqualTo("400 CHAT_INVALID_REQUEST");
        assertThat(api.failure(alice, "/sync?token=")).isEqualTo("400 CHAT_INVALID_REQUEST");
        assertThat(api.failure(alice, "/sync?limit=0")).isEqualTo("400 CHAT_INVALID_REQUEST");
        assertThat(api.failure(alice, "/sync?limit=101")).isEqualTo("400 CHAT_INVALID_REQUEST");
        assertThat(api.failure(alice, "/sync?limit=x")).isEqualTo("400 CHAT_INVALID_REQUEST");
    }

    private Device device(UserId userId) {
        return new Device((token, limit) -> api
                .get(userId, "/sync?limit=" + limit + (token == null ? "" : "&token=" + token))
                .at("/data"));
    }

    /** Calls through the log leave conversations of their own behind, which the device is told of as well. */
    private void settle(Device device) {
        api.settle(alice);
        device.sync(100);
    }

    private static JsonNode find(JsonNode answer, ConversationId conversationId) {
        for (var conversation : answer.at("/data/conversations")) {
            if (conversation.at("/conversationId").asString().equals(conversationId.toString())) {
                return conversation;
            }
        }
        throw new AssertionError(conversationId + " is not in " + answer);
    }

    private List<String> contents(Device device) {
        return messages(device, id).values().stream().toList();
    }

    private static TreeMap<Long, String> messages(Device device, ConversationId conversationId) {
        var contents = new TreeMap<Long, String>();
        var held = Objects.requireNonNull(device.conversations.get(conversationId.toString()), "on the device");
        held.messages().forEach((seq, message) -> contents.put(seq, message.at("/content").asString("")));
        return contents;
    }

    private TreeMap<Long, String> history(ConversationId conversationId) {
        var contents = new TreeMap<Long, String>();
        api.get(alice, "/conversations/" + conversationId + "/messages?limit=200").at("/data").forEach(
                message -> contents.put(message.at("/seq").asLong(), message.at("/content").asString("")));
        return contents;
    }
}
