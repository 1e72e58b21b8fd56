package dev.parley.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two people, one of them on the kind of socket in question, each at a gateway of their own. */
abstract class MessageRows implements OnWire {

    private final Site site;
    private String alice = "";
    private String bob = "";
    private Device alices;
    private Device bobs;

    @SuppressWarnings("NullAway.Init")
    MessageRows(Site site) {
        this.site = site;
    }

    @BeforeEach
    void join() {
        alice = site.somebody("alice");
        bob = site.somebody("bob");
        alices = site.join(wire(), 1, alice);
        bobs = site.join(Wire.PLAIN, 2, bob);
    }

    @AfterEach
    void leave() {
        alices.close();
        bobs.close();
    }

    @Test
    @Covers({Row.SEND, Row.NEW, Row.CREATED})
    void sendsToAPersonOnAnotherGatewayAndBack() {
        var messageId = UUID.randomUUID().toString();
        var sent = alices.ask("message:send", "recipientId", bob, "content", "Hé 👋", "messageId", messageId);
        assertThat(sent.get("messageId").asString()).isEqualTo(messageId);
        assertThat(sent.get("status").asString()).isEqualTo("sent");
        assertThat(sent.has("acceptedAt")).isTrue();
        var conversationId = sent.get("conversationId").asString();
        assertThat(bobs.hears("conversation:created").get("conversationId").asString()).isEqualTo(conversationId);
        for (var device : new Device[]{alices, bobs}) {
            var message = device.hears("message:new");
            assertThat(message.get("messageId").asString()).isEqualTo(messageId);
            assertThat(message.get("conversationId").asString()).isEqualTo(conversationId);
            assertThat(message.get("seq").asInt()).isEqualTo(1);
            assertThat(message.get("changedSeq").asInt()).isEqualTo(1);
            assertThat(message.get("senderId").asString()).isEqualTo(alice);
            assertThat(message.get("content").asString()).isEqualTo("Hé 👋");
        }
        bobs.ask("message:send", "conversationId", conversationId, "content", "hello");
        assertThat(alices.hears("message:new").get("content").asString()).isEqualTo("hello");
    }

    @Test
    @Covers(Row.SEND)
    void storesTheSameSendOnce() {
        var messageId = UUID.randomUUID().toString();
        var first = alices.ask("message:send", "recipientId", bob, "content", "once", "messageId", messageId);
        var again = alices.ask("message:send", "recipientId", bob, "content", "once", "messageId", messageId);
        assertThat(again.get("messageId")).isEqualTo(first.get("messageId"));
        bobs.hears("message:new");
        bobs.doesNotHear("message:new");
        assertThat(history(first.get("conversationId")).size()).isEqualTo(1);
    }

    @Test
    @Covers(Row.SEND)
    void answersAMessageByAnother() {
        var question = alices.ask("message:send", "recipientId", bob, "content", "Tea?");
        alices.ask("message:send", "recipientId", bob, "content", "Now?", "replyTo", text(question, "messageId"));
        bobs.hears("message:new");
        assertThat(bobs.hears("message:new").get("replyTo")).isEqualTo(question.get("messageId"));
    }

    @Test
    @Covers({Row.EDIT, Row.EDITED})
    void editsAMessage() {
        var sent = send("teh");
        var edited = alices.ask(
                "message:edit",
                "conversationId",
                text(sent, "conversationId"),
                "messageId",
                text(sent, "messageId"),
                "content",
                "the");
        assertThat(edited.has("commandId")).isTrue();
        for (var device : new Device[]{alices, bobs}) {
            var message = device.hears("message:edited");
            assertThat(message.get("content").asString()).isEqualTo("the");
            assertThat(message.get("seq").asInt()).isEqualTo(1);
            assertThat(message.get("changedSeq").asInt()).isEqualTo(2);
            assertThat(message.has("editedAt")).isTrue();
        }
    }

    @Test
    @Covers({Row.DELETE, Row.DELETED})
    void keepsADeletedMessagesPlaceWithoutItsText() {
        var sent = send("never mind");
        alices.ask(
                "message:delete",
                "conversationId",
                text(sent, "conversationId"),
                "messageId",
                text(sent, "messageId"));
        var message = bobs.hears("message:deleted");
        assertThat(message.get("content").isNull()).isTrue();
        assertThat(message.has("deletedAt")).isTrue();
        var kept = history(sent.get("conversationId")).get(0);
        assertThat(kept.get("seq").asInt()).isEqualTo(1);
        assertThat(kept.get("content").isNull()).isTrue();
    }

    @Test
    @Covers({Row.MARK_DELIVERED, Row.DELIVERED, Row.MARK_READ, Row.READ})
    void tellsTheSenderHowFarTheOtherHasGot() {
        var sent = send("seen?");
        var conversationId = text(sent, "conversationId");
        try (var bobsPhone = site.join(wire(), 1, bob)) {
            bobsPhone.tell("message:delivered", "conversationId", conversationId, "seq", 1);
            for (var device : new Device[]{alices, bobs}) {
                var mark = device.hears("message:delivered");
                assertThat(mark.get("userId").asString()).isEqualTo(bob);
                assertThat(mark.get("seq").asInt()).isEqualTo(1);
                assertThat(mark.has("at")).isTrue();
            }
            bobsPhone.doesNotHear("message:delivered");
            bobsPhone.ask("message:read", "conversationId", conversationId, "seq", 1);
            assertThat(alices.hears("message:read").get("userId").asString()).isEqualTo(bob);
            assertThat(bobs.hears("message:read").get("seq").asInt()).isEqualTo(1);
            bobsPhone.doesNotHear("message:read");
        }
        assertThat(history(sent.get("conversationId")).get(0).get("status").asString()).isEqualTo("read");
    }

    @Test
    @Covers({Row.START_TYPING, Row.TYPING_STARTED, Row.STOP_TYPING, Row.TYPING_STOPPED})
    void showsWhoTypes() {
        var conversationId = text(send("hm"), "conversationId");
        bobs.tell("typing:start", "conversationId", conversationId);
        var typing = alices.hears("typing:start");
        assertThat(typing.get("conversationId").asString()).isEqualTo(conversationId);
        assertThat(typing.get("userId").asString()).isEqualTo(bob);
        bobs.tell("typing:stop", "conversationId", conversationId);
        assertThat(alices.hears("typing:stop").get("userId").asString()).isEqualTo(bob);
        alices.tell("typing:start", "conversationId", conversationId);
        assertThat(bobs.hears("typing:start").get("userId").asString()).isEqualTo(alice);
        alices.tell("typing:stop", "conversationId", conversationId);
        bobs.hears("typing:stop");
        bobs.doesNotHear("typing:start");
    }

    @Test
    @Covers(Row.SYNC)
    void keepsForSomebodyAwayWhatTheyMiss() {
        var before = alices.ask("sync");
        alices.close();
        var sent = IntStream.rangeClosed(1, 5)
                .mapToObj(n -> bobs.ask("message:send", "recipientId", alice, "content", "line " + n))
                .toList();
        bobs.ask(
                "message:edit",
                "conversationId",
                text(sent.getFirst(), "conversationId"),
                "messageId",
                text(sent.getFirst(), "messageId"),
                "content",
                "line one");
        bobs.hears("message:edited");
        try (var back = site.join(wire(), 2, alice)) {
            var missed = back.ask("sync", "token", text(before, "token"));
            var conversation = missed.get("conversations").get(0);
            assertThat(conversation.get("messages").values()).extracting(message -> message.get("content").asString())
                    .containsExactly("line 2", "line 3", "line 4", "line 5", "line one");
            assertThat(conversation.get("unread").asInt()).isEqualTo(5);
            assertThat(conversation.get("truncated").asBoolean()).isFalse();
            assertThat(missed.get("more").asBoolean()).isFalse();
            assertThat(missed.get("reset").asBoolean()).isFalse();
            assertThat(back.ask("sync", "token", text(missed, "token")).get("conversations").size()).isZero();
        }
    }

    @Test
    @Covers({Row.REJECTED, Row.SYNC})
    void tellsWhatTheWriterRefused() {
        var token = text(alices.ask("sync"), "token");
        var stranger = UUID.randomUUID().toString();
        var sent = alices.ask("message:send", "conversationId", stranger, "content", "anybody?");
        var rejected = alices.hears("command:rejected");
        assertThat(rejected.get("commandId")).isEqualTo(sent.get("messageId"));
        assertThat(rejected.get("code").asString()).isEqualTo("CHAT_CONVERSATION_NOT_FOUND");
        assertThat(rejected.get("conversationId").asString()).isEqualTo(stranger);
        assertThat(rejected.has("message")).isTrue();
        var kept = alices.ask("sync", "token", token).get("rejected").get(0);
        assertThat(kept.get("commandId")).isEqualTo(sent.get("messageId"));
    }

    @Test
    @Covers({Row.WATCH, Row.PRESENCE})
    void showsWhoIsThere() {
        send("hi");
        var bobIsThere = alices.ask("presence:watch", "userIds", new String[]{bob}).get("users").get(0);
        assertThat(bobIsThere.get("userId").asString()).isEqualTo(bob);
        assertThat(bobIsThere.get("online").asBoolean()).isTrue();
        bobs.close();
        var gone = alices.hears("presence:changed");
        assertThat(gone.get("userId").asString()).isEqualTo(bob);
        assertThat(gone.get("online").asBoolean()).isFalse();
        assertThat(gone.has("lastSeenAt")).isTrue();
        try (var _ = site.join(wire(), 1, bob)) {
            assertThat(alices.hears("presence:changed").get("online").asBoolean()).isTrue();
        }
    }

    @Test
    void showsNobodyToStrangers() {
        var answer = alices.ask("presence:watch", "userIds", new String[]{bob});
        assertThat(answer.get("users").size()).isZero();
    }

    @Test
    @Covers({Row.PING, Row.READY})
    void answersAPing() {
        assertThat(alices.ask("ping").get("status").asString()).isEqualTo("accepted");
        try (var phone = Device.open(site, wire(), 2, site.token(alice))) {
            var ready = phone.hears("session:ready");
            assertThat(ready.get("userId").asString()).isEqualTo(alice);
            assertThat(ready.at("/limits/contentCodePoints").asInt()).isEqualTo(5_000);
            assertThat(ready.at("/limits/messagesPerMinute").asInt()).isEqualTo(10);
        }
    }

    private JsonNode send(String content) {
        var sent = alices.ask("message:send", "recipientId", bob, "content", content);
        bobs.hears("message:new");
        alices.hears("message:new");
        return sent;
    }

    private JsonNode history(JsonNode conversationId) {
        return site.rest(bob).get("/conversations/" + conversationId.asString() + "/messages").data();
    }

    private static String text(JsonNode object, String field) {
        return object.get(field).asString();
    }
}
