package dev.parley.load.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
                new UserId("alice"), new Content("Grüße\n👋"), null, "2026-11-22T16:00:00.000Z"))));
    }

    @Test
    void readsTheEnvelopeInAnyOrder() {
        assertThat(read("""
            {"data":{"messageId":"%s","conversationId":"%s","status":"sent"},"id":17,"event":"ack"}
            """.formatted(MESSAGE, ROOM))).isEqualTo(new ServerFrame.Acked(17, MESSAGE, ROOM, null));
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
            assertThat(created.created().seq()).isZero();
            assertThat(created.created().member(new UserId("alice")))
                    .contains(new Member(new UserId("alice"), 4, 2, 0));
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
        FrameWriter.command(out, 5,
                new Command.Send(new Target.Person(new UserId("bob")), MESSAGE, new Content("a \"b\"\n"), null));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(
                "{\"event\":\"message:send\",\"id\":5,\"data\":{\"recipientId\":\"bob\",\"messageId\":\"%s\",\"content\":\"a \\\"b\\\"\\n\"}}"
                        .formatted(MESSAGE));
    }

    @Test
    void printsNoContent() {
        assertThat(new Content("a secret")).hasToString("8 characters");
    }

    @Test
    void readsAPageOfASync() {
        var frame = read(
                """
                    {"event":"ack","id":3,"data":{"conversations":[{"conversationId":"%1$s","kind":"group","seq":9,"visibleFrom":4,
                      "readSeq":5,"deliveredSeq":6,"participantCount":7,"role":"member","messages":[
                       {"conversationId":"%1$s","seq":5,"changedSeq":8,"messageId":"%2$s","senderId":"bob","content":null}],
                      "truncated":true}],
                     "removed":["%1$s"],"rejected":[{"commandId":"%2$s","conversationId":"%1$s","code":"CHAT_NOT_ALLOWED",
                      "message":"only owners","at":"2026-11-22T16:00:00.000Z"}],"token":"next","more":true,"reset":false}}
                    """.formatted(
                        ROOM, MESSAGE));
        assertThat(frame).isInstanceOfSatisfying(ServerFrame.Synced.class, synced -> {
            var page = synced.page();
            assertThat(synced.id()).isEqualTo(3);
            assertThat(page.next()).isEqualTo(new Pages.Sync.Next("next", true, false));
            assertThat(page.removed()).containsExactly(ROOM);
            assertThat(page.rejected())
                    .containsExactly(new ServerFrame.Rejected(MESSAGE.toString(), ROOM, "CHAT_NOT_ALLOWED"));
            assertThat(page.conversations()).singleElement().satisfies(entry -> {
                assertThat(entry.truncated()).isTrue();
                assertThat(entry.conversation())
                        .isEqualTo(new Conversation(ROOM, Conversation.Kind.GROUP, 9, 4, 6, 5, List.of()));
                assertThat(entry.changes()).extracting(Change::seq).containsExactly(8L);
            });
        });
    }

    @Test
    void readsWhatChangedInAGroup() {
        assertThat(read("""
            {"event":"conversation:updated","data":{"conversationId":"%s","seq":4,"title":"Tea","added":["bob"],
             "removed":["carol"]}}""".formatted(ROOM))).isEqualTo(new ServerFrame.Changed(new Change(ROOM, 4, null,
                new GroupChange("Tea", List.of(new UserId("bob")), List.of(new UserId("carol"))))));
        assertThat(read("{\"event\":\"conversation:removed\",\"data\":{\"conversationId\":\"%s\",\"seq\":5}}"
                .formatted(ROOM))).isEqualTo(new ServerFrame.Removed(ROOM, 5));
        assertThat(read("{\"event\":\"conversation:advanced\",\"data\":{\"conversationId\":\"%s\",\"seq\":6}}"
                .formatted(ROOM))).isEqualTo(new ServerFrame.Changed(new Change(ROOM, 6, null, null)));
    }

    @Test
    void writesEditsDeletionsAndReplies() {
        var room = new Target.Room(ROOM);
        assertThat(write(new Command.Edit(room, MESSAGE, new Content("new")))).isEqualTo(
                "{\"event\":\"message:edit\",\"id\":5,\"data\":{\"conversationId\":\"%s\",\"messageId\":\"%s\",\"content\":\"new\"}}"
                        .formatted(ROOM, MESSAGE));
        assertThat(write(new Command.Delete(room, MESSAGE))).isEqualTo(
                "{\"event\":\"message:delete\",\"id\":5,\"data\":{\"conversationId\":\"%s\",\"messageId\":\"%s\"}}"
                        .formatted(ROOM, MESSAGE));
        assertThat(write(new Command.Send(room, MESSAGE, new Content("yes"), MESSAGE))).contains(
                "\"replyTo\":\"" + MESSAGE + "\"");
    }

    private static String write(Command command) {
        var out = new ByteArrayOutputStream();
        FrameWriter.command(out, 5, command);
        return out.toString(StandardCharsets.UTF_8);
    }
}
