package dev.parley.persistence.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Command;
import dev.parley.contracts.Content;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Event;
import dev.parley.persistence.ApiClient;
import dev.parley.persistence.Log;
import dev.parley.persistence.ServiceUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A group of ann, who made it, and ben. */
class GroupApiIT extends ServiceUnderTest {

    private final String run = UUID.randomUUID().toString();
    private final UserId ann = new UserId("ann-" + run);
    private final UserId ben = new UserId("ben-" + run);
    private final UserId cat = new UserId("cat-" + run);
    private final UserId eve = new UserId("eve-" + run);
    private final ConversationId id = ConversationId.group(ann, "climbing");
    private final String path = "/conversations/" + id;
    private final Log log = new Log();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ApiClient api;

    @BeforeEach
    void create() {
        api = new ApiClient(port);
        var created = createGroup(201, "Climbing", ben);
        assertThat(created.at("/conversationId").asString()).isEqualTo(id.toString());
    }

    @AfterEach
    void close() {
        log.close();
        api.close();
    }

    @Test
    void createsTheSameGroupOnce() throws Exception {
        var again = createGroup(200, "Another title", cat);
        assertThat(again.at("/kind").asString()).isEqualTo("group");
        assertThat(again.at("/title").asString()).isEqualTo("Climbing");
        assertThat(again.at("/participantCount").asInt()).isEqualTo(2);
        assertThat(again.at("/role").asString()).isEqualTo("owner");
        assertThat(again.at("/seq").asLong()).isZero();
        assertThat(again.at("/visibleFrom").asLong()).isEqualTo(1);
        assertThat(again.has("participants")).isFalse();
        assertThat(group(ben).at("/role").asString()).isEqualTo("member");
        assertThat(api.failure(cat, path)).isEqualTo("404 CHAT_CONVERSATION_NOT_FOUND");
        assertThat(Log.events(id)).singleElement().satisfies(event -> assertThat(
                event.getConversationCreated().getParticipantsCount()).isEqualTo(2));
    }

    @Test
    void refusesWhatCannotBeAGroup() {
        var key = new String[]{"Idempotency-Key", "k"};
        assertThat(api.failure(ann, "POST", "/conversations", "{\"title\":\"x\"}"))
                .isEqualTo("400 CHAT_INVALID_REQUEST Idempotency-Key");
        assertThat(api.failure(ann, "POST", "/conversations", "{\"participantIds\":[]}", key))
                .isEqualTo("400 CHAT_INVALID_REQUEST title");
        for (var title : List.of("", "  ", "\\u0000", "\\ud800", "x".repeat(101))) {
            assertThat(api.failure(ann, "POST", "/conversations", "{\"title\":\"" + title + "\"}", key))
                    .isEqualTo("400 CHAT_INVALID_REQUEST title");
        }
        assertThat(api.failure(ann, "POST", "/conversations", "{\"title\":\"x\",\"participantIds\":[\"\"]}", key))
                .isEqualTo("422 CHAT_RECIPIENT_INVALID");
        assertThat(api.failure(ann, "POST", "/conversations", "{\"title\":\"x\",\"participantIds\":[null]}", key))
                .isEqualTo("400 CHAT_INVALID_REQUEST participantIds");
        assertThat(api.failure(ann, "POST", "/conversations", "{\"title\":\"x\",\"participantId\":\"b\"}", key))
                .isEqualTo("400 CHAT_INVALID_REQUEST participantId");
        var crowd = IntStream.range(0, 500).mapToObj(n -> "\"user-" + n + "\"").toList();
        assertThat(api.failure(
                ann, "POST", "/conversations", "{\"title\":\"x\",\"participantIds\":" + crowd + "}", key))
                .isEqualTo("422 CHAT_GROUP_FULL");
    }

    @Test
    void showsANewMemberWhatComesAfterTheirJoining() {
        say(ann, "before");
        var first = api.get(ann, path + "/messages").at("/data/0/messageId").asString();
        assertThat(add(ben, cat).at("/participantCount").asInt()).isEqualTo(3);
        say(ben, "after");
        log.append(Log.command(
                ann, id, new Command.EditMessage(MessageId.parse(first), new Content("before, edited"))));
        api.settle(ann);

        var seen = group(cat);
        assertThat(seen.at("/seq").asLong()).isEqualTo(4);
        assertThat(seen.at("/visibleFrom").asLong()).isEqualTo(2);
        assertThat(seen.at("/unread").asInt()).isEqualTo(1);
        assertThat(seen.at("/readSeq").asLong()).isEqualTo(2);
        assertThat(seqs(cat, "/messages")).containsExactly(3L);
        assertThat(seqs(cat, "/messages?before=3")).isEmpty();
        assertThat(seqs(cat, "/changes")).containsExactly(3L);
        assertThat(api.get(cat, path + "/changes").at("/meta/through").asLong()).isEqualTo(4);
        assertThat(seqs(ben, "/changes")).containsExactly(3L, 4L);
    }

    @Test
    void tellsHowFarAMessageGotWithAllWhoSeeIt() {
        say(ann, "before");
        add(ann, cat);
        mark(ben, 1);
        assertThat(status()).isEqualTo("read");
        say(ann, "after");
        assertThat(status()).isEqualTo("sent");
        mark(ben, 3);
        assertThat(status()).isEqualTo("sent");
        log.append(Log.command(cat, id, new Command.MarkDelivered(3)));
        api.settle(ann);
        assertThat(status()).isEqualTo("delivered");
        assertThat(api.send(ann, "DELETE", path + "/participants/" + cat, null).statusCode()).isEqualTo(204);
        assertThat(status()).isEqualTo("read");
    }

    @Test
    void forgetsWhoLeaves() throws Exception {
        say(ann, "hello");
        assertThat(api.failure(ben, "DELETE", path + "/participants/" + ann, null)).isEqualTo("403 CHAT_NOT_ALLOWED");
        for (var repeated = 0; repeated < 2; repeated++) {
            assertThat(api.send(ann, "DELETE", path + "/participants/" + ben, null).statusCode()).isEqualTo(204);
        }
        for (var call : List.of("", "/messages", "/changes", "/participants")) {
            assertThat(api.failure(ben, path + call)).isEqualTo("404 CHAT_CONVERSATION_NOT_FOUND");
        }
        assertThat(api.failure(ben, "DELETE", path + "/participants/" + ben, null))
                .isEqualTo("404 CHAT_CONVERSATION_NOT_FOUND");
        assertThat(listed(ben)).doesNotContain(id.toString());
        assertThat(listed(ann)).contains(id.toString());
        assertThat(jdbc.sql("""
            SELECT left_seq, left_offset = changed_offset AS last FROM participants JOIN conversations
            USING (conversation_id) WHERE conversation_id = ? AND user_id = ?
            """).params(id.value(), ben.value()).query().singleRow())
                .containsEntry("left_seq", 2L)
                .containsEntry("last", true);

        assertThat(add(ann, ben).at("/participantCount").asInt()).isEqualTo(2);
        assertThat(group(ben).at("/visibleFrom").asLong()).isEqualTo(3);
        assertThat(seqs(ben, "/messages")).isEmpty();
        assertThat(Log.events(id)).extracting(Event::getBodyCase).containsExactly(
                Event.BodyCase.CONVERSATION_CREATED, Event.BodyCase.MESSAGE_STORED,
                Event.BodyCase.PARTICIPANT_REMOVED, Event.BodyCase.PARTICIPANTS_ADDED);
    }

    @Test
    void handsOnWhenTheOwnerLeaves() throws Exception {
        add(ann, cat);
        assertThat(api.send(ann, "DELETE", path + "/participants/" + ann, null).statusCode()).isEqualTo(204);
        assertThat(group(ben).at("/role").asString()).isEqualTo("owner");
        assertThat(group(cat).at("/role").asString()).isEqualTo("member");
        assertThat(Log.events(id).getLast()).satisfies(event -> {
            assertThat(event.getParticipantChanged().getUserId()).isEqualTo(ben.value());
            assertThat(event.getSeq()).isEqualTo(2);
        });
        assertThat(api.failure(ann, "POST", "/conversations", "{\"title\":\"x\"}", "Idempotency-Key", "climbing"))
                .isEqualTo("404 CHAT_CONVERSATION_NOT_FOUND");
        api.send(ben, "DELETE", path + "/participants/" + ben, null);
        api.send(cat, "DELETE", path + "/participants/" + cat, null);
        assertThat(api.failure(cat, path)).isEqualTo("404 CHAT_CONVERSATION_NOT_FOUND");
        assertThat(jdbc.sql("SELECT head_seq FROM conversations WHERE conversation_id = ?")
                .param(id.value()).query(Long.class).single()).isEqualTo(4);
    }

    @Test
    void letsOnlyOwnersRename() throws Exception {
        assertThat(api.call(200, ann, "PATCH", path, "{\"title\":\"Bouldering\"}").at("/data/title").asString())
                .isEqualTo("Bouldering");
        assertThat(group(ben).at("/title").asString()).isEqualTo("Bouldering");
        assertThat(api.failure(ben, "PATCH", path, "{\"title\":\"Ben's\"}")).isEqualTo("403 CHAT_NOT_ALLOWED");
        assertThat(api.failure(ann, "PATCH", path, "{}")).isEqualTo("400 CHAT_INVALID_REQUEST title");
        assertThat(Log.events(id).getLast().getConversationRenamed().getParticipantsCount()).isEqualTo(2);
    }

    @Test
    void keepsGroupCallsFromDirectConversations() {
        log.append(Log.send(ann, ben, "hi"));
        api.settle(ann);
        var direct = "/conversations/" + ConversationId.direct(ann, ben);
        assertThat(api.failure(ann, "PATCH", direct, "{\"title\":\"x\"}")).isEqualTo("403 CHAT_NOT_ALLOWED");
        assertThat(api.failure(ann, "POST", direct + "/participants", "{\"participantIds\":[\"" + cat + "\"]}"))
                .isEqualTo("403 CHAT_NOT_ALLOWED");
        assertThat(api.failure(ann, "DELETE", direct + "/participants/" + ann, null))
                .isEqualTo("403 CHAT_NOT_ALLOWED");
        var participants = api.get(ann, direct + "/participants").at("/data");
        assertThat(participants).hasSize(2).noneMatch(participant -> participant.has("role"));
    }

    @Test
    void listsMembersPageByPage() {
        add(ann, cat, eve);
        var first = api.get(ben, path + "/participants?limit=3");
        assertThat(users(first)).containsExactly(ann.value(), ben.value(), cat.value());
        assertThat(first.at("/data/0/role").asString()).isEqualTo("owner");
        assertThat(first.at("/data/2/joinedSeq").asLong()).isEqualTo(1);
        var rest = api.get(ben, path + "/participants?limit=3&cursor=" + first.at("/meta/nextCursor").asString());
        assertThat(users(rest)).containsExactly(eve.value());
        assertThat(rest.at("/meta").has("nextCursor")).isFalse();
        assertThat(api.failure(ben, path + "/participants?limit=501")).isEqualTo("400 CHAT_INVALID_REQUEST");
        assertThat(api.failure(ben, path + "/participants?cursor=*")).isEqualTo("400 CHAT_INVALID_REQUEST");
    }

    @Test
    void fillsUpToItsLimitUnderConcurrentAddsAndNoFurther() throws Exception {
        var statuses = new ArrayList<Integer>();
        try (var callers = Executors.newFixedThreadPool(8)) {
            // 52 times 10 newcomers, where there is room for 498.
            var calls = IntStream.range(0, 52).mapToObj(batch -> {
                var newcomers = IntStream.range(0, 10).mapToObj(n -> new UserId("new-" + batch + "-" + n)).toList();
                return callers.submit(() -> api.send(
                        batch % 2 == 0 ? ann : ben, "POST", path + "/participants", body(newcomers)).statusCode());
            }).toList();
            for (var call : calls) {
                statuses.add(call.get());
            }
        }
        assertThat(statuses).containsOnly(200, 422);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(49);
        assertThat(group(ann).at("/participantCount").asInt()).isEqualTo(492);
        assertThat(group(ann).at("/seq").asInt()).isEqualTo(49);
    }

    private JsonNode createGroup(int status, String title, UserId other) {
        return api.call(
                status, ann, "POST", "/conversations",
                "{\"title\":\"" + title + "\",\"participantIds\":[\"" + other + "\"]}", "Idempotency-Key", "climbing")
                .at("/data");
    }

    private JsonNode add(UserId caller, UserId... others) {
        return api.call(200, caller, "POST", path + "/participants", body(List.of(others))).at("/data");
    }

    private static String body(List<UserId> others) {
        return "{\"participantIds\":" + others.stream().map(other -> "\"" + other + "\"").toList() + "}";
    }

    private JsonNode group(UserId caller) {
        return api.get(caller, path).at("/data");
    }

    private void say(UserId sender, String text) {
        log.append(Log.command(
                sender, id, new Command.SendMessage(new MessageId(UUID.randomUUID()), new Content(text), null, null)));
        api.settle(ann);
    }

    private void mark(UserId caller, long seq) {
        api.call(200, caller, "POST", path + "/read", "{\"seq\":" + seq + "}");
    }

    /** Of the newest message, as its sender sees it in both places. */
    private String status() {
        var inHistory = api.get(ann, path + "/messages?limit=1").at("/data/0/status").asString();
        assertThat(group(ann).at("/lastMessage/status").asString()).isEqualTo(inHistory);
        return inHistory;
    }

    private List<String> listed(UserId caller) {
        return texts(api.get(caller, "/conversations").at("/data"), "/conversationId");
    }

    private static List<String> users(JsonNode answer) {
        return texts(answer.at("/data"), "/userId");
    }

    private static List<String> texts(JsonNode list, String pointer) {
        var texts = new ArrayList<String>();
        list.forEach(entry -> texts.add(entry.at(pointer).asString()));
        return texts;
    }

    private List<Long> seqs(UserId caller, String call) {
        var seqs = new ArrayList<Long>();
        api.get(caller, path + call).at("/data").forEach(entry -> seqs.add(entry.at("/seq").asLong()));
        return seqs;
    }
}
