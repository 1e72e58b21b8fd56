package dev.parley.gateway.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.contracts.Content;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.gateway.protocol.json.JsonFrameReader;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestReaderTest {

    private static final UserId ALICE = new UserId("alice");
    private static final UserId BOB = new UserId("bob");
    private static final ConversationId DIRECT = ConversationId.direct(ALICE, BOB);

    private static final MessageId MESSAGE = new MessageId(new UUID(1, 2));

    private final JsonFrameReader frames = new JsonFrameReader(65_536);
    private final RequestReader requests = new RequestReader(5_000);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"content": "x"}                                                  | CHAT_INVALID_REQUEST   | conversationId | missing
        {"recipientId": "bob"}                                            | CHAT_INVALID_REQUEST   | content        | missing (expected: a string)
        {"recipientId": "bob", "content": null}                           | CHAT_INVALID_REQUEST   | content        | missing (expected: a string)
        {"recipientId": "bob", "content": 5}                              | CHAT_INVALID_REQUEST   | content        | a number (expected: a string)
        {"recipientId": "bob", "content": ["x"]}                          | CHAT_INVALID_REQUEST   | content        | an array (expected: a string)
        {"recipientId": "bob", "content": true}                           | CHAT_INVALID_REQUEST   | content        | a boolean (expected: a string)
        {"recipientId": "bob", "content": ""}                             | CHAT_MESSAGE_EMPTY     | content        | blank
        {"recipientId": "bob", "content": " \\n\\t "}                     | CHAT_MESSAGE_EMPTY     | content        | blank
        {"recipientId": "bob", "content": "a\\u0000b"}                    | CHAT_MESSAGE_INVALID   | content        | NUL
        {"recipientId": "bob", "content": "a\\ud800"}                     | CHAT_MESSAGE_INVALID   | content        | unpaired
        {"recipientId": "bob", "content": "\\udc00\\ud800"}               | CHAT_MESSAGE_INVALID   | content        | unpaired
        {"recipientId": "alice", "content": "x"}                          | CHAT_RECIPIENT_INVALID | recipientId    | oneself
        {"recipientId": "", "content": "x"}                               | CHAT_RECIPIENT_INVALID | recipientId    | 0 code points
        {"recipientId": "a\\u0007", "content": "x"}                       | CHAT_RECIPIENT_INVALID | recipientId    | printable
        {"recipientId": 7, "content": "x"}                                | CHAT_INVALID_REQUEST   | recipientId    | a number
        {"conversationId": "abc", "content": "x"}                         | CHAT_INVALID_REQUEST   | conversationId | "abc" (expected: a UUID
        {"conversationId": "00000000-0000-4000-8000-000000000000", "recipientId": "bob", "content": "x"} | CHAT_INVALID_REQUEST | conversationId | the conversation with the recipientId
        {"recipientId": "bob", "content": "x", "messageId": "1-2-3-4-5"}  | CHAT_INVALID_REQUEST   | messageId      | a UUID
        {"recipientId": "bob", "content": "x", "messageId": 12}           | CHAT_INVALID_REQUEST   | messageId      | a number
        {"recipientId": "bob", "content": "x", "replyTo": "nope"}         | CHAT_INVALID_REQUEST   | replyTo        | a UUID
        """)
    void refusesASend(String data, ErrorCode code, String field, String because) {
        assertRefused("message:send", data, code, field, because);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"seq": 1}                                                                  | conversationId | missing
        {"conversationId": "00000000-0000-4000-8000-000000000000"}                  | seq            | missing (expected: a positive integer)
        {"conversationId": "00000000-0000-4000-8000-000000000000", "seq": 0}        | seq            | 0 (expected: a positive integer)
        {"conversationId": "00000000-0000-4000-8000-000000000000", "seq": -4}       | seq            | -4
        {"conversationId": "00000000-0000-4000-8000-000000000000", "seq": "1"}      | seq            | a string
        {"conversationId": "00000000-0000-4000-8000-000000000000", "seq": 1.0}      | seq            | a number with a fraction
        {"conversationId": "00000000-0000-4000-8000-000000000000", "seq": 1e3}      | seq            | a number with a fraction
        {"conversationId": "00000000-0000-4000-8000-000000000000", "seq": 99999999999999999999} | seq | beyond 64 bits
        """)
    void refusesAMark(String data, String field, String because) {
        assertRefused("message:read", data, ErrorCode.CHAT_INVALID_REQUEST, field, because);
        assertRefused("message:delivered", data, ErrorCode.CHAT_INVALID_REQUEST, field, because);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"messageId": "ID", "content": "x"}                           | CHAT_INVALID_REQUEST | conversationId | missing (expected: a conversationId)
        {"conversationId": "ID", "content": "x"}                      | CHAT_INVALID_REQUEST | messageId      | missing (expected: a messageId)
        {"conversationId": "ID", "messageId": "x", "content": "x"}    | CHAT_INVALID_REQUEST | messageId      | a UUID
        {"conversationId": "ID", "messageId": "ID"}                   | CHAT_INVALID_REQUEST | content        | missing (expected: a string)
        {"conversationId": "ID", "messageId": "ID", "content": " "}   | CHAT_MESSAGE_EMPTY   | content        | blank
        """)
    void refusesAnEdit(String data, ErrorCode code, String field, String because) {
        assertRefused("message:edit", data.replace("ID", DIRECT.toString()), code, field, because);
    }

    @Test
    void refusesADeletionOfNothing() {
        assertRefused(
                "message:delete",
                "{\"conversationId\":\"" + DIRECT + "\"}",
                ErrorCode.CHAT_INVALID_REQUEST,
                "messageId",
                "missing");
    }

    @Test
    void readsChangesOfAMessage() throws RefusedRequest {
        var ids = "\"conversationId\":\"" + DIRECT + "\",\"messageId\":\"" + MESSAGE + "\"";
        assertThat(read("message:edit", "{" + ids + ",\"content\":\"new\"}"))
                .isEqualTo(new Request.EditMessage(DIRECT, MESSAGE, new Content("new")));
        assertThat(read("message:delete", "{" + ids + "}")).isEqualTo(new Request.DeleteMessage(DIRECT, MESSAGE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"limit": 0}                  | limit | 0 (expected: a positive integer)
        {"limit": 101}                | limit | 101 (expected: 1 to 100)
        {"limit": 99999999999}        | limit | 99999999999 (expected: 1 to 100)
        {"limit": "5"}                | limit | a string
        {"token": 5}                  | token | a number (expected: a string)
        """)
    void refusesASync(String data, String field, String because) {
        assertRefused("sync", data, ErrorCode.CHAT_INVALID_REQUEST, field, because);
    }

    @Test
    void readsASync() throws RefusedRequest {
        assertThat(read("sync", "{}")).isEqualTo(new Request.Sync(null, null));
        var longest = "x".repeat(16_384);
        assertThat(read("sync", "{\"token\":\"" + longest + "\",\"limit\":1}"))
                .isEqualTo(new Request.Sync(longest, 1))
                .hasToString("Sync[1]");
        assertRefused(
                "sync",
                "{\"token\":\"" + longest + "x\"}",
                ErrorCode.CHAT_INVALID_REQUEST,
                "token",
                "16385 characters (expected: the token of the last sync, at most 16384)");
    }

    @Test
    void countsCodePointsNotChars() throws RefusedRequest {
        var longest = "👋".repeat(5_000);
        assertThat(read("message:send", "{\"recipientId\":\"bob\",\"content\":\"" + longest + "\"}"))
                .isInstanceOfSatisfying(
                        Request.SendMessage.class, send -> assertThat(send.content().codePoints()).isEqualTo(5_000));
        assertRefused(
                "message:send",
                "{\"recipientId\":\"bob\",\"content\":\"" + longest + "x\"}",
                ErrorCode.CHAT_MESSAGE_TOO_LONG,
                "content",
                "5001 code points (expected: 1 to 5000)");
    }

    @Test
    void takesBothIdsWhenTheyAgreeAndEitherCase() throws RefusedRequest {
        var data = "{\"recipientId\":\"bob\",\"conversationId\":\"" + DIRECT.toString().toUpperCase(Locale.ROOT)
                + "\",\"content\":\"x\",\"unknown\":{\"deep\":[1,2]},\"messageId\":null}";
        assertThat(read("message:send", data)).isInstanceOfSatisfying(Request.SendMessage.class, send -> {
            assertThat(send.conversationId()).isEqualTo(DIRECT);
            assertThat(send.messageId()).isNull();
        });
    }

    @Test
    void readsMarks() throws RefusedRequest {
        assertThat(read("message:delivered", "{\"conversationId\":\"" + DIRECT + "\",\"seq\":12}"))
                .isEqualTo(new Request.Mark(Request.Mark.Kind.DELIVERED, DIRECT, 12));
    }

    @Test
    void doesNotKnowEventsThatAreNotInTheProtocol() {
        assertThatExceptionOfType(RefusedRequest.class)
                .isThrownBy(() -> read("message:explode\n", "{}"))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(Refusal.of(
                        ErrorCode.CHAT_UNKNOWN_EVENT,
                        "event: \"message:explode?\" (expected: an event of the protocol)")));
    }

    private void assertRefused(String event, String data, ErrorCode code, String field, String because) {
        assertThatExceptionOfType(RefusedRequest.class).isThrownBy(() -> read(event, data)).satisfies(refused -> {
            assertThat(refused.refusal().code()).isEqualTo(code);
            assertThat(refused.refusal().field()).isEqualTo(field);
            assertThat(refused.refusal().message()).startsWith(field + ": ").contains(because);
        });
    }

    private Request read(String event, String data) throws RefusedRequest {
        var frame = frames.read("{\"event\":\"x\",\"data\":" + data + "}");
        assertThat(frame).isInstanceOf(Inbound.Named.class);
        return requests.read(event, ((Inbound.Named) frame).data(), ALICE);
    }
}
