package dev.parley.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A group, and what each of its members hears of it. */
abstract class GroupRows implements OnWire {

    private final Site site;
    private String owner = "";
    private String member = "";
    private String newcomer = "";
    private Device owners;
    private Device members;
    private Device newcomers;

    @SuppressWarnings("NullAway.Init")
    GroupRows(Site site) {
        this.site = site;
    }

    @BeforeEach
    void join() {
        owner = site.somebody("owner");
        member = site.somebody("member");
        newcomer = site.somebody("newcomer");
        owners = site.join(Wire.PLAIN, 1, owner);
        members = site.join(wire(), 2, member);
        newcomers = site.join(wire(), 1, newcomer);
    }

    @AfterEach
    void leave() {
        owners.close();
        members.close();
        newcomers.close();
    }

    @Test
    @Covers(Row.CREATED)
    void tellsEachMemberOfANewGroup() {
        var groupId = group();
        for (var device : List.of(owners, members)) {
            var created = device.hears("conversation:created");
            assertThat(created.get("conversationId").asString()).isEqualTo(groupId);
            assertThat(created.get("kind").asString()).isEqualTo("group");
            assertThat(created.get("title").asString()).isEqualTo("Climbing");
            assertThat(created.get("participantCount").asInt()).isEqualTo(2);
            assertThat(created.get("role").asString()).isEqualTo(device == owners ? "owner" : "member");
        }
        newcomers.doesNotHear("conversation:created");
        owners.ask("message:send", "conversationId", groupId, "content", "hello all");
        assertThat(members.hears("message:new").get("content").asString()).isEqualTo("hello all");
    }

    @Test
    @Covers({Row.UPDATED, Row.CREATED, Row.ADVANCED})
    void showsANewcomerWhatComesAfterTheirJoining() {
        var groupId = group();
        var early = owners.ask("message:send", "conversationId", groupId, "content", "before");
        add(groupId, newcomer);
        var updated = members.hears("conversation:updated");
        assertThat(updated.get("conversationId").asString()).isEqualTo(groupId);
        assertThat(updated.get("seq").asInt()).isEqualTo(2);
        assertThat(updated.get("added").values()).extracting(JsonNode::asString).containsExactly(newcomer);
        var created = newcomers.hears("conversation:created");
        assertThat(created.get("conversationId").asString()).isEqualTo(groupId);
        assertThat(created.get("visibleFrom").asInt()).isEqualTo(2);
        assertThat(created.get("participantCount").asInt()).isEqualTo(3);
        owners.ask(
                "message:edit",
                "conversationId",
                groupId,
                "messageId",
                early.get("messageId").asString(),
                "content",
                "before, edited");
        assertThat(members.hears("message:edited").get("changedSeq").asInt()).isEqualTo(3);
        var advanced = newcomers.hears("conversation:advanced");
        assertThat(advanced.get("conversationId").asString()).isEqualTo(groupId);
        assertThat(advanced.get("seq").asInt()).isEqualTo(3);
        newcomers.doesNotHear("message:edited");
        owners.ask("message:send", "conversationId", groupId, "content", "after");
        assertThat(newcomers.hears("message:new").get("seq").asInt()).isEqualTo(4);
        var history = site.rest(newcomer).get("/conversations/" + groupId + "/messages").data();
        assertThat(history.values()).extracting(message -> message.get("content").asString())
                .containsExactly("after");
    }

    @Test
    @Covers(Row.UPDATED)
    void tellsOfANewTitle() {
        var groupId = group();
        site.rest(owner).patch("/conversations/" + groupId, Fields.of("title", "Bouldering")).data();
        var updated = members.hears("conversation:updated");
        assertThat(updated.get("title").asString()).isEqualTo("Bouldering");
        assertThat(updated.get("seq").asInt()).isEqualTo(1);
    }

    @Test
    @Covers({Row.REMOVED, Row.UPDATED})
    void tellsARemovedMemberSoAndThenNothingMore() {
        var groupId = group();
        var token = members.ask("sync").get("token").asString();
        var removal = site.rest(owner).delete("/conversations/" + groupId + "/participants/" + member);
        assertThat(removal.status()).isBetween(200, 204);
        var removed = members.hears("conversation:removed");
        assertThat(removed.get("conversationId").asString()).isEqualTo(groupId);
        assertThat(removed.get("seq").asInt()).isEqualTo(1);
        assertThat(owners.hears("conversation:updated").get("removed").values()).extracting(JsonNode::asString)
                .containsExactly(member);
        owners.ask("message:send", "conversationId", groupId, "content", "behind their back");
        owners.hears("message:new");
        members.doesNotHear("message:new");
        var rest = site.rest(member);
        for (var path : List.of("", "/messages", "/changes", "/participants")) {
            rest.get("/conversations/" + groupId + path).isProblem(404, "CHAT_CONVERSATION_NOT_FOUND");
        }
        var missed = members.ask("sync", "token", token);
        assertThat(missed.get("removed").values()).extracting(JsonNode::asString).containsExactly(groupId);
        assertThat(missed.get("conversations").size()).isZero();
    }

    @Test
    @Covers({Row.UPDATED, Row.REMOVED})
    void handsOnToTheLongestMemberWhenTheLastOwnerLeaves() {
        var groupId = group();
        site.rest(owner).delete("/conversations/" + groupId + "/participants/" + owner);
        owners.hears("conversation:removed");
        var updated = members.hears("conversation:updated");
        assertThat(updated.get("removed").values()).extracting(JsonNode::asString).containsExactly(owner);
        assertThat(updated.get("owner").asString()).isEqualTo(member);
        assertThat(site.rest(member).get("/conversations/" + groupId).data().get("role").asString())
                .isEqualTo("owner");
    }

    private String group() {
        return site.rest(owner)
                .post("/conversations", UUID.randomUUID().toString(),
                        Fields.of("title", "Climbing", "participantIds", List.of(member)))
                .data()
                .get("conversationId")
                .asString();
    }

    private void add(String groupId, String userId) {
        site.rest(owner).post("/conversations/" + groupId + "/participants",
                Fields.of("participantIds", List.of(userId))).data();
    }
}
