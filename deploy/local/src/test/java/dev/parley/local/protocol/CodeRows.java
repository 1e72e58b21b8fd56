package dev.parley.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is refused on a socket: each with its code, and nobody's socket the worse for it. */
abstract class CodeRows implements OnWire {

    private final Site site;
    private String alice = "";
    private String bob = "";
    private Device alices;
    private Device bobs;

    @SuppressWarnings("NullAway.Init")
    CodeRows(Site site) {
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
    void stillThere() {
        try (var mine = alices; var theirs = bobs) {
            mine.ask("ping");
            theirs.ask("ping");
        }
    }

    @Test
    @Covers({Row.INVALID_REQUEST, Row.UNKNOWN_EVENT, Row.RECIPIENT_INVALID})
    void refusesWhatIsNotInTheProtocol() {
        assertCode(alices.refused("message:send", "recipientId", bob), "CHAT_INVALID_REQUEST");
        assertCode(alices.refused("message:send", "content", "to whom?"), "CHAT_INVALID_REQUEST");
        assertCode(alices.refused("message:send", "recipientId", bob, "content", 17), "CHAT_INVALID_REQUEST");
        assertCode(alices.refused("message:read", "conversationId", "?", "seq", 1), "CHAT_INVALID_REQUEST");
        assertCode(alices.refused("sync", "token", "nonsense"), "CHAT_INVALID_REQUEST");
        assertCode(alices.refused("message:sing", "recipientId", bob), "CHAT_UNKNOWN_EVENT");
        assertCode(alices.refused("message:send", "recipientId", alice, "content", "me"), "CHAT_RECIPIENT_INVALID");
        alices.raw(wire().frame("message:sing", null, Fields.of()));
        assertCode(alices.hearsRefusal(), "CHAT_UNKNOWN_EVENT");
    }

    @Test
    @Covers({Row.MESSAGE_EMPTY, Row.MESSAGE_TOO_LONG, Row.MESSAGE_INVALID})
    void refusesContentThatIsNoMessage() {
        assertCode(alices.refused("message:send", "recipientId", bob, "content", " \n"), "CHAT_MESSAGE_EMPTY");
        assertCode(alices.refused("message:send", "recipientId", bob, "content", "🦜".repeat(5_001)),
                "CHAT_MESSAGE_TOO_LONG");
        assertCode(alices.refused("message:send", "recipientId", bob, "content", "a\0b"), "CHAT_MESSAGE_INVALID");
        alices.ask("message:send", "recipientId", bob, "content", "🦜".repeat(5_000));
        assertThat(bobs.hears("message:new").get("content").asString()).hasSize(10_000);
    }

    @Test
    @Covers({Row.MESSAGE_NOT_FOUND, Row.NOT_THE_SENDER, Row.MESSAGE_ID_CONFLICT, Row.MARK_INVALID})
    void rejectsWhatTheConversationDoesNotAllow() {
        var messageId = UUID.randomUUID().toString();
        var sent = alices.ask("message:send", "recipientId", bob, "content", "mine", "messageId", messageId);
        var conversationId = sent.get("conversationId").asString();
        bobs.hears("message:new");
        bobs.ask("message:edit", "conversationId", conversationId, "messageId", messageId, "content", "yours");
        assertCode(bobs.hears("command:rejected"), "CHAT_NOT_THE_SENDER");
        alices.ask("message:delete", "conversationId", conversationId, "messageId", UUID.randomUUID().toString());
        assertCode(alices.hears("command:rejected"), "CHAT_MESSAGE_NOT_FOUND");
        alices.ask("message:send", "recipientId", bob, "content", "other", "messageId", messageId);
        assertCode(alices.hears("command:rejected"), "CHAT_MESSAGE_ID_CONFLICT");
        alices.ask("message:read", "conversationId", conversationId, "seq", 99);
        assertCode(alices.hears("command:rejected"), "CHAT_MARK_INVALID");
    }

    @Test
    @Covers(Row.RATE_LIMIT_EXCEEDED)
    void allowsTenMessagesAMinuteOnAllGatewaysTogether() {
        try (var phone = site.join(Wire.PLAIN, 2, alice)) {
            IntStream.range(0, 5).forEach(n -> {
                alices.ask("message:send", "recipientId", bob, "content", "from the desk " + n);
                phone.ask("message:send", "recipientId", bob, "content", "from the road " + n);
            });
            for (var device : new Device[]{alices, phone}) {
                var refusal = device.refused("message:send", "recipientId", bob, "content", "one more");
                assertCode(refusal, "CHAT_RATE_LIMIT_EXCEEDED");
                assertThat(refusal.get("retryable").asBoolean()).isTrue();
                assertThat(refusal.get("retryAfterMs").asLong()).isBetween(1L, 6_000L);
            }
        }
    }

    private static void assertCode(JsonNode refusal, String code) {
        assertThat(refusal.get("code").asString()).as("%s", refusal).isEqualTo(code);
        assertThat(refusal.get("message").asString()).isNotBlank();
    }
}
