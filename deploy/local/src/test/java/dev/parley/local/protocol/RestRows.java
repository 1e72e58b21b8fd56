package dev.parley.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every call, as the one who makes it sees it. */
abstract class RestRows {

    private final Site site;
    private String alice = "";
    private String bob = "";
    private Rest alices;
    private Rest bobs;
    private Device device;

    @SuppressWarnings("NullAway.Init")
    RestRows(Site site) {
        this.site = site;
    }

    @BeforeEach
    void join() {
        alice = site.somebody("alice");
        bob = site.somebody("bob");
        alices = site.rest(alice);
        bobs = site.rest(bob);
        device = site.join(Wire.PLAIN, 1, alice);
    }

    @AfterEach
    void leave() {
        device.close();
    }

    @Test
    @Covers({Row.CREATE_DIRECT, Row.GET})
    void getsOrCreatesADirectConversation() {
        var made = alices.post("/conversations", Fields.of("participantId", bob)).data();
        assertThat(made.get("kind").asString()).isEqualTo("direct");
        assertThat(made.get("seq").asInt()).isZero();
        assertThat(made.get("participants").values())
                .extracting(participant -> participant.get("userId").asString())
                .containsExactlyInAnyOrder(alice, bob);
        var again = bobs.post("/conversations", Fields.of("participantId", alice)).data();
        assertThat(again.get("conversationId")).isEqualTo(made.get("conversationId"));
        assertThat(bobs.get("/conversations/" + id(made)).data().get("conversationId"))
                .isEqualTo(made.get("conversationId"));
    }

    @Test
    @Covers({Row.CREATE_GROUP, Row.GET, Row.INVALID_REQUEST})
    void createsAGroupOnceForOneKey() {
        var key = UUID.randomUUID().toString();
        var wanted = Fields.of("title", "Climbing", "participantIds", List.of(bob));
        var made = alices.post("/conversations", key, wanted).data();
        assertThat(made.get("role").asString()).isEqualTo("owner");
        assertThat(made.get("participantCount").asInt()).isEqualTo(2);
        assertThat(alices.post("/conversations", key, wanted).data().get("conversationId"))
                .isEqualTo(made.get("conversationId"));
        assertThat(alices.get("/conversations").data().size()).isEqualTo(1);
        assertThat(bobs.get("/conversations/" + id(made)).data().get("role").asString()).isEqualTo("member");
        alices.post("/conversations", wanted).isProblem(400, "CHAT_INVALID_REQUEST");
    }

    @Test
    @Covers(Row.LIST)
    void listsConversationsTheLatestActivityFirst() {
        var people = IntStream.range(0, 5).mapToObj(_ -> site.somebody("friend")).toList();
        people.forEach(friend -> {
            device.ask("message:send", "recipientId", friend, "content", "hi " + friend);
            device.hears("message:new");
        });
        var first = alices.get("/conversations?limit=3");
        var rest = alices.get("/conversations?limit=3&cursor=" + first.meta().get("nextCursor").asString());
        assertThat(rest.meta().has("nextCursor")).isFalse();
        assertThat(first.data().values())
                .extracting(conversation -> conversation.at("/lastMessage/content").asString())
                .containsExactly("hi " + people.get(4), "hi " + people.get(3), "hi " + people.get(2));
        assertThat(rest.data().size()).isEqualTo(2);
    }

    @Test
    @Covers({Row.HISTORY, Row.POST_READ, Row.MARK_INVALID})
    void pagesThroughHistoryAndMarksItRead() {
        var conversationId = dialogue(8);
        var path = "/conversations/" + conversationId + "/messages";
        var newest = bobs.get(path + "?limit=3");
        assertThat(seqs(newest.data(), "seq")).containsExactly(6, 7, 8);
        assertThat(newest.meta().get("hasMoreBefore").asBoolean()).isTrue();
        assertThat(newest.meta().get("hasMoreAfter").asBoolean()).isFalse();
        assertThat(seqs(bobs.get(path + "?before=3&limit=5").data(), "seq")).containsExactly(1, 2);
        assertThat(seqs(bobs.get(path + "?after=6").data(), "seq")).containsExactly(7, 8);
        var read = bobs.post("/conversations/" + conversationId + "/read", Fields.of("seq", 5)).data();
        assertThat(read.get("unread").asInt()).isEqualTo(3);
        assertThat(read.get("readSeq").asInt()).isEqualTo(5);
        bobs.post("/conversations/" + conversationId + "/read", Fields.of("seq", 99))
                .isProblem(422, "CHAT_MARK_INVALID");
    }

    @Test
    @Covers(Row.CHANGES)
    void tellsChangesInTheirOrderEachInItsPresentState() {
        var conversationId = dialogue(3);
        var first = bobs.get("/conversations/" + conversationId + "/messages").data().get(0);
        device.ask(
                "message:edit",
                "conversationId",
                conversationId,
                "messageId",
                first.get("messageId").asString(),
                "content",
                "edited");
        device.hears("message:edited");
        var changes = bobs.get("/conversations/" + conversationId + "/changes?after=1");
        assertThat(seqs(changes.data(), "seq")).containsExactly(2, 3, 4);
        assertThat(changes.meta().get("through").asInt()).isEqualTo(4);
    }

    @Test
    @Covers(Row.GET_SYNC)
    void syncsLikeTheFrame() {
        dialogue(2);
        var all = bobs.get("/sync").data();
        assertThat(all.get("conversations").size()).isEqualTo(1);
        assertThat(all.at("/conversations/0/messages").size()).isEqualTo(2);
        var none = bobs.get("/sync?token=" + all.get("token").asString()).data();
        assertThat(none.get("conversations").size()).isZero();
        bobs.get("/sync?token=nonsense").isProblem(400, "CHAT_INVALID_REQUEST");
    }

    @Test
    @Covers({Row.ADD, Row.REMOVE, Row.PARTICIPANTS, Row.RENAME, Row.NOT_ALLOWED})
    void managesAGroup() {
        var carol = site.somebody("carol");
        var groupId = group(List.of(bob));
        var path = "/conversations/" + groupId;
        bobs.post(path + "/participants", Fields.of("participantIds", List.of(carol))).data();
        var first = alices.get(path + "/participants?limit=2");
        assertThat(first.data().values()).extracting(participant -> participant.get("userId").asString())
                .containsExactly(alice, bob);
        var second = alices.get(path + "/participants?limit=2&cursor=" + first.meta().get("nextCursor").asString());
        assertThat(second.data().get(0).get("userId").asString()).isEqualTo(carol);
        bobs.patch(path, Fields.of("title", "Mine")).isProblem(403, "CHAT_NOT_ALLOWED");
        bobs.delete(path + "/participants/" + carol).isProblem(403, "CHAT_NOT_ALLOWED");
        assertThat(alices.patch(path, Fields.of("title", "Ours")).data().get("title").asString()).isEqualTo("Ours");
        assertThat(alices.delete(path + "/participants/" + carol).status()).isBetween(200, 204);
        assertThat(alices.get(path).data().get("participantCount").asInt()).isEqualTo(2);
    }

    @Test
    @Covers(Row.CONTACTS)
    void listsThoseOneSharesAConversationWith() {
        var carol = site.somebody("carol");
        dialogue(1);
        group(List.of(carol));
        var contacts = alices.get("/contacts").data();
        assertThat(contacts.values()).extracting(contact -> contact.get("userId").asString())
                .containsExactlyInAnyOrder(bob, carol);
    }

    @Test
    @Covers(Row.GROUP_FULL)
    void keepsGroupsToFiveHundred() {
        var groupId = group(IntStream.range(1, 499).mapToObj(_ -> site.somebody("one-of-many")).toList());
        var path = "/conversations/" + groupId + "/participants";
        alices.post(path, Fields.of("participantIds", List.of(bob, site.somebody("too-many"))))
                .isProblem(422, "CHAT_GROUP_FULL");
        alices.post(path, Fields.of("participantIds", List.of(bob))).data();
        assertThat(alices.get("/conversations/" + groupId).data().get("participantCount").asInt()).isEqualTo(500);
    }

    @Test
    @Covers({Row.UNAUTHENTICATED, Row.CONVERSATION_NOT_FOUND, Row.RECIPIENT_INVALID})
    void saysNoWithACode() {
        new Rest(site.stack().rest(), "no.such.token").get("/conversations").isProblem(401, "CHAT_UNAUTHENTICATED");
        alices.get("/conversations/" + UUID.randomUUID()).isProblem(404, "CHAT_CONVERSATION_NOT_FOUND");
        var conversationId = dialogue(1);
        site.rest(site.somebody("stranger")).get("/conversations/" + conversationId)
                .isProblem(404, "CHAT_CONVERSATION_NOT_FOUND");
        alices.post("/conversations", Fields.of("participantId", alice)).isProblem(422, "CHAT_RECIPIENT_INVALID");
    }

    private String group(List<String> others) {
        return id(alices.post("/conversations", UUID.randomUUID().toString(),
                Fields.of("title", "Climbing", "participantIds", others)).data());
    }

    private String dialogue(int messages) {
        var conversationId = "";
        for (var n = 1; n <= messages; n++) {
            conversationId = device.ask("message:send", "recipientId", bob, "content", "line " + n)
                    .get("conversationId").asString();
            device.hears("message:new");
        }
        return conversationId;
    }

    private static String id(JsonNode conversation) {
        return conversation.get("conversationId").asString();
    }

    private static List<Integer> seqs(JsonNode messages, String field) {
        return messages.values().stream().map(message -> message.get(field).asInt()).toList();
    }
}
