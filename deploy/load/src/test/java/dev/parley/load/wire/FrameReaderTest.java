package dev.parley.load.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FrameReaderTest {

    private static final ConversationId ROOM = new ConversationId(
            UUID.fromString("0190b5a4-0000-8000-8000-000000000001"));
    private static final MessageId MESSAGE = new MessageId(UUID.fromString("0190b5a4-0000-7000-8000-000000000002"));

    private static ServerFrame read(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return FrameReader.read(bytes, 0, bytes.length);
    }

    @Test
    void readsAMessage() {
        var frame = read(
                """
                    {"event":"message:new","data":{"conversationId":"%s","seq":3,"changedSeq":3,"messageId":"%s",
                     "senderId":"alice","content":"Grüße\\n👋","replyTo":null,"sentAt":"2026-11-22T16:00:00.000Z","later":[1,{}]}}
                    """.formatted(
                        ROOM, MESSAGE));
        assertThat(frame).isEqualTo(new ServerFrame.Changed(Change.of(new Message(ROOM, 3, 3, MESSAGE,
                new UserId("alice"), new Content("Grüße\n👋"), "2026-11-22T16:00:00.000Z"))));
    }

    @Test
    void readsTheEnvelopeInAnyOrder() {
        assertThat(read("""
            {"data":{"messageId":"%s","conversationId":"%s","status":"sent"},"id":17,"event":"ack"}
            """.formatted(MESSAGE, ROOM))).isEqualTo(new ServerFrame.Acked(17, MESSAGE, ROOM));
    }

    @Test
    void readsAnErrorWithItsPlan() {
        assertThat(read("""
            {"event":"error","id":9,"data":{"code":"CHAT_RATE_LIMIT_EXCEEDED","message":"slow down",
             "retryable":true,"retryAfterMs":1500}}"""))
                .isEqualTo(new ServerFrame.Failed(9L,
                        new ServerFrame.Trouble("CHAT_RATE_LIMIT_EXCEEDED", "slow down", true, 1500)));
    }

    @Test
    void readsTheMarksOfANewConversation() {
        var frame = read("""
            {"event":"conversation:created","data":{"conversationId":"%s","kind":"direct","seq":0,"visibleFrom":1,
             "participants":[{"userId":"alice","deliveredSeq":4,"readSeq":2},{"userId":"bob"}],
             "lastMessage":{"seq":99}}}""".formatted(ROOM));
        assertThat(frame).isInstanceOfSatisfying(ServerFrame.Created.class, created -> {
            assertThat(created.conversation().seq()).isZero();
            assertThat(created.conversation().member(new UserId("alice")))
                    .contains(new Member(new UserId("alice"), 4, 2));
        });
    }

    @Test
    void toleratesEventsThatItDoesNotKnow() {
        assertThat(read("{\"event\":\"poll:opened\",\"data\":{\"options\":[1,2]}}"))
                .isEqualTo(new ServerFrame.Unknown("poll:opened"));
    }

    @Test
    void refusesWhatIsNotTheProtocol() {
        assertThatThrownBy(() -> read("[]")).isInstanceOf(MalformedReply.class);
        assertThatThrownBy(() -> read("{\"data\":{}}")).isInstanceOf(MalformedReply.class);
        assertThatThrownBy(() -> read("{\"event\":\"message:new\",\"data\":{\"seq\":1}}"))
                .isInstanceOf(MalformedReply.class);
        assertThatThrownBy(() -> read("{\"event\":")).isInstanceOf(MalformedReply.class);
    }

    @Test
    void readsChangesOfKindsThatItDoesNotKnow() {
        var body = """
            {"status":"success","data":[{"kind":"participants","seq":1,"added":["bob"]},
             {"kind":"message","seq":4,"message":{"conversationId":"%s","seq":2,"changedSeq":4,"messageId":"%s",
              "senderId":"bob","content":null}}],"meta":{"through":5,"more":true}}""".formatted(ROOM, MESSAGE);
        var page = ReplyReader.changes(body.getBytes(StandardCharsets.UTF_8), ROOM);
        assertThat(page.entries()).extracting(Change::seq).containsExactly(1L, 4L);
        assertThat(page.entries().getFirst().message()).isNull();
        assertThat(page.through()).isEqualTo(5);
        assertThat(page.more()).isTrue();
    }

    @Test
    void writesASendThatReadsBack() {
        var out = new ByteArrayOutputStream();
        FrameWriter.send(out, 5, new Target.Person(new UserId("bob")), MESSAGE, new Content("a \"b\"\n"));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(
                "{\"event\":\"message:send\",\"id\":5,\"data\":{\"recipientId\":\"bob\",\"messageId\":\"%s\",\"content\":\"a \\\"b\\\"\\n\"}}"
                        .formatted(MESSAGE));
    }

    @Test
    void printsNoContent() {
        assertThat(new Content("a secret")).hasToString("8 characters");
    }
}
