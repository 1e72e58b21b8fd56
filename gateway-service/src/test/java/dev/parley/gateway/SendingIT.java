package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Command;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.Topics;
import dev.parley.contracts.UserId;
import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.WithEngines;
import dev.parley.gateway.testing.ChatClient;
import dev.parley.gateway.testing.LogTail;
import dev.parley.gateway.testing.RunningGateway;
import dev.parley.gateway.testing.SharedEngines;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From a frame to the log, and back as an ack. */
@WithEngines({EngineKind.KAFKA, EngineKind.REDIS})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SendingIT {

    private static final ConversationId ALICE_AND_BOB = ConversationId.direct(new UserId("alice"), new UserId("bob"));

    private RunningGateway gateway;
    private LogTail log;
    private ChatClient alice;

    @BeforeAll
    void start() {
        gateway = SharedEngines.gateway(Map.of("parley.commands.receipts.hold", "300ms"));
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @BeforeEach
    void connect() {
        log = new LogTail(SharedEngines.kafka(), SharedEngines.PARTITIONS);
        alice = ChatClient.ready(gateway.socket(), "alice");
    }

    @AfterEach
    void disconnect() {
        alice.close();
        log.close();
    }

    @Test
    void acksAMessageThatIsInTheLog() {
        var messageId = UUID.randomUUID().toString();
        alice.send("""
            {"event": "message:send", "id": 1, "data": {"recipientId": "bob", "content": "Hé 👋", "messageId": "%s"}}"""
                .formatted(messageId.toUpperCase(Locale.ROOT)));

        var ack = alice.answerTo(1);
        assertThat(ack.path("event").asString()).isEqualTo("ack");
        assertThat(ack.at("/data/messageId").asString()).isEqualTo(messageId);
        assertThat(ack.at("/data/conversationId").asString()).isEqualTo(ALICE_AND_BOB.toString());
        assertThat(ack.at("/data/status").asString()).isEqualTo("sent");

        var entry = log.await(1, command -> command.id().toString().equals(messageId)).getFirst();
        assertThat(entry.partition()).isEqualTo(Topics.partition(ALICE_AND_BOB, SharedEngines.PARTITIONS));
        assertThat(entry.key()).isEqualTo(ALICE_AND_BOB.toBytes().toByteArray());
        assertThat(entry.headers()).as("a trace, though tracing is off").isEmpty();
        var command = entry.command();
        assertThat(command.userId()).isEqualTo(new UserId("alice"));
        assertThat(command.conversationId()).isEqualTo(ALICE_AND_BOB);
        assertThat(command.acceptedAt()).isEqualTo(ack.at("/data/acceptedAt").asString());
        assertThat(command.sessionId()).isNotNull();
        assertThat(command.body()).isInstanceOfSatisfying(Command.SendMessage.class, send -> {
            assertThat(send.content().text()).isEqualTo("Hé 👋");
            assertThat(send.recipientId()).isEqualTo(new UserId("bob"));
        });
    }

    @Test
    void takesAConversationInPlaceOfARecipientAndMakesUpAMessageId() {
        alice.send("""
            {"event": "message:send", "id": "a\\"b", "data": {"conversationId": "%s", "content": "x"}}"""
                .formatted(ALICE_AND_BOB));
        var ack = alice.await("ack");
        assertThat(ack.path("id").asString()).isEqualTo("a\"b");
        var messageId = UUID.fromString(ack.at("/data/messageId").asString());
        assertThat(messageId.version()).isEqualTo(7);
        var send = log.await(1, command -> command.id().value().equals(messageId)).getFirst();
        assertThat(send.command().body()).isInstanceOfSatisfying(
                Command.SendMessage.class, body -> assertThat(body.recipientId()).isNull());
    }

    @Test
    void putsTheSendsOfASessionIntoTheLogInTheirOrder() {
        var count = 60;
        for (var i = 0; i < count; i++) {
            alice.send("""
                {"event":"message:send","id":%d,"data":{"recipientId":"bob","content":"ordered %d"}}"""
                    .formatted(i, i));
        }
        for (var i = 0; i < count; i++) {
            assertThat(alice.await("ack").path("id").asInt()).isEqualTo(i);
        }
        var sends = log.await(count, SendingIT::isOrdered);
        assertThat(sends).map(entry -> ((Command.SendMessage) entry.command().body()).content().text())
                .containsExactlyElementsOf(IntStream.range(0, count).mapToObj(i -> "ordered " + i).toList());
    }

    private static boolean isOrdered(Command command) {
        return command.body() instanceof Command.SendMessage send && send.content().text().startsWith("ordered");
    }

    @Test
    void acksChangesOfAMessageWithTheirCommandIds() {
        var target = "\"conversationId\":\"%s\",\"messageId\":\"%s\"".formatted(ALICE_AND_BOB, UUID.randomUUID());
        alice.send("{\"event\":\"message:edit\",\"id\":1,\"data\":{" + target + ",\"content\":\"better\"}}");
        alice.send("{\"event\":\"message:delete\",\"id\":2,\"data\":{" + target + "}}");
        var edit = alice.answerTo(1).at("/data/commandId").asString();
        var deletion = alice.answerTo(2).at("/data/commandId").asString();
        var commands = log.await(2, command -> command.id().toString().equals(edit)
                || command.id().toString().equals(deletion));
        assertThat(commands).map(entry -> entry.command().id().toString()).containsExactly(edit, deletion);
        assertThat(commands.getFirst().command().body()).isInstanceOfSatisfying(
                Command.EditMessage.class, body -> assertThat(body.content().text()).isEqualTo("better"));
        assertThat(commands.getLast().command().body()).isInstanceOf(Command.DeleteMessage.class);
    }

    @Test
    void collapsesReceiptsAndAcksThoseThatAskForIt() {
        for (var seq = 1; seq <= 20; seq++) {
            alice.send("""
                {"event":"message:delivered","data":{"conversationId":"%s","seq":%d}}"""
                    .formatted(ALICE_AND_BOB, seq));
        }
        alice.send("""
            {"event":"message:delivered","id":1,"data":{"conversationId":"%s","seq":7}}""".formatted(ALICE_AND_BOB));
        alice.send("""
            {"event":"message:read","id":2,"data":{"conversationId":"%s","seq":19}}""".formatted(ALICE_AND_BOB));

        assertThat(alice.answerTo(1).path("event").asString()).isEqualTo("ack");
        assertThat(alice.answerTo(2).path("event").asString()).isEqualTo("ack");
        var marks = log.await(2, command -> command.body() instanceof Command.MarkDelivered
                || command.body() instanceof Command.MarkRead);
        assertThat(marks).map(entry -> entry.command().body())
                .containsExactly(new Command.MarkDelivered(20), new Command.MarkRead(19));
    }

    @Test
    void answersAPing() {
        alice.send("{\"event\":\"ping\",\"id\":5}");
        assertThat(alice.answerTo(5).path("event").asString()).isEqualTo("ack");
    }

    @Test
    void keepsTheSocketOpenAfterWhatItDoesNotUnderstand() {
        alice.send("{\"event\":\"no:such\",\"id\":1}");
        assertThat(alice.answerTo(1).at("/data/code").asString()).isEqualTo("CHAT_UNKNOWN_EVENT");
        alice.sendNonsense("{not json");
        assertThat(alice.await("error").at("/data/code").asString()).isEqualTo("CHAT_INVALID_REQUEST");
        alice.send("{\"event\":\"ping\",\"id\":2}");
        assertThat(alice.answerTo(2).path("event").asString()).isEqualTo("ack");
    }

    @Test
    void namesTheFieldThatIsToBlame() {
        alice.send("{\"event\":\"message:send\",\"id\":1,\"data\":{\"recipientId\":\"bob\",\"content\":\"\\ud800\"}}");
        var error = alice.answerTo(1);
        assertThat(error.at("/data/code").asString()).isEqualTo("CHAT_MESSAGE_INVALID");
        assertThat(error.at("/data/retryable").asBoolean(true)).isFalse();
        assertThat(error.at("/data/message").asString()).startsWith("content: ");
        assertThat(error.at("/data/errors/0/field").asString()).isEqualTo("content");
    }

    @Test
    void closesASocketThatSpeaksSomethingElse() {
        for (var i = 0; i < 6; i++) {
            alice.sendNonsense("42[\"message\",{}]");
        }
        assertThat(alice.closeCode()).isEqualTo(4400);
    }

    @Test
    void closesASocketThatSendsBytes() {
        alice.sendBinary(new byte[]{1, 2, 3});
        assertThat(alice.closeCode()).isEqualTo(4400);
    }

    @Test
    void closesASocketThatSendsTooMuchAtATime() {
        alice.send("{\"event\":\"ping\",\"data\":{\"x\":\"" + "x".repeat(65_536) + "\"}}");
        assertThat(alice.closeCode()).isEqualTo(1009);
    }

    @Test
    void takesAFrameOfTheLargestSize() {
        var head = "{\"event\":\"ping\",\"id\":3,\"data\":{\"x\":\"";
        var tail = "\"}}";
        alice.send(head + "x".repeat(65_536 - head.length() - tail.length()) + tail);
        assertThat(alice.answerTo(3).path("event").asString()).isEqualTo("ack");
    }
}
