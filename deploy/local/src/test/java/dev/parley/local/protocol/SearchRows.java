package dev.parley.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said on a socket, found by those who may see it. */
abstract class SearchRows implements OnWire {

    /** In everything that is looked for here, and in no log. */
    static final String MARK = "lookedforhere";

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Site site;
    private String alice = "";
    private String bob = "";
    private Device alices;
    private Device bobs;

    @SuppressWarnings("NullAway.Init")
    SearchRows(Site site) {
        this.site = site;
    }

    @BeforeEach
    void join() {
        alice = site.somebody("alice");
        bob = site.somebody("bob");
        alices = site.join(wire(), 1, alice);
        bobs = site.join(wire(), 2, bob);
    }

    @AfterEach
    void leave() {
        alices.close();
        bobs.close();
    }

    @Test
    @Covers({Row.SEARCH, Row.SEARCH_HIT})
    void findsWhatWasSaidWithinASecondAsItIsNow() {
        var sent = alices.ask("message:send", "recipientId", bob, "content", "To be 🦜 or not " + MARK);
        bobs.hears("message:new");
        var messageId = sent.get("messageId").asString();
        finds(bob, "\"or NOT\" " + MARK, List.of("To be 🦜 or not " + MARK));
        var hit = site.search(alice).post("/messages/search", Fields.of("query", MARK, "sort", "best")).data().get(0);
        assertThat(hit.at("/message/messageId").asString()).isEqualTo(messageId);
        assertThat(hit.at("/message/senderId").asString()).isEqualTo(alice);
        assertThat(hit.at("/message/conversationId")).isEqualTo(sent.get("conversationId"));
        assertThat(hit.get("highlights").toString()).isEqualTo("[[15,28]]");
        assertThat(hit.get("score").asDouble()).isPositive();

        var conversationId = sent.get("conversationId").asString();
        alices.ask("message:edit", "conversationId", conversationId, "messageId", messageId, "content",
                "mended " + MARK);
        bobs.hears("message:edited");
        finds(bob, "mended " + MARK, List.of("mended " + MARK));
        finds(bob, "not " + MARK, List.of());
        alices.ask("message:delete", "conversationId", conversationId, "messageId", messageId);
        bobs.hears("message:deleted");
        finds(bob, MARK, List.of());
        finds(alice, MARK, List.of());
    }

    @Test
    @Covers(Row.SEARCH)
    void pagesAndNarrows() {
        for (var n = 0; n < 5; n++) {
            (n % 2 == 0 ? alices : bobs).ask("message:send", "recipientId", n % 2 == 0 ? bob : alice, "content",
                    n + " " + MARK);
            alices.hears("message:new");
        }
        finds(alice, MARK, List.of("4 " + MARK, "3 " + MARK, "2 " + MARK, "1 " + MARK, "0 " + MARK));
        var search = site.search(alice);
        var seen = new ArrayList<String>();
        var next = Fields.of("query", MARK, "limit", 2);
        while (next.get("cursor") != null || seen.isEmpty()) {
            var page = search.post("/messages/search", next);
            page.data().forEach(hit -> seen.add(hit.at("/message/content").asString()));
            assertThat(page.meta().get("total").asInt()).isEqualTo(5);
            assertThat(page.meta().get("totalIsExact").asBoolean()).isTrue();
            assertThat(Instant.parse(page.meta().get("indexedAt").asString())).isBeforeOrEqualTo(Instant.now());
            var cursor = page.meta().path("nextCursor").asString("");
            next = cursor.isEmpty() ? Map.of() : Fields.of("query", MARK, "limit", 2, "cursor", cursor);
        }
        assertThat(seen).containsExactly("4 " + MARK, "3 " + MARK, "2 " + MARK, "1 " + MARK, "0 " + MARK);
        assertThat(search.post("/messages/search", Fields.of("query", MARK, "senderId", bob)).data().size())
                .isEqualTo(2);
        assertThat(search
                .post("/messages/search", Fields.of("query", MARK, "conversationId", UUID.randomUUID().toString()))
                .data().size()).isZero();
    }

    @Test
    @Covers(Row.SEARCH)
    void showsMembersOfAGroupWhatTheyMaySee() {
        var carol = site.somebody("carol");
        var rest = site.rest(alice);
        var group = rest.post("/conversations", UUID.randomUUID().toString(),
                Fields.of("title", "Climbing", "participantIds", List.of(bob))).data().get("conversationId").asString();
        alices.ask("message:send", "conversationId", group, "content", "before " + MARK);
        bobs.hears("message:new");
        rest.post("/conversations/" + group + "/participants", Fields.of("participantIds", List.of(carol))).data();
        alices.ask("message:send", "conversationId", group, "content", "after " + MARK);
        bobs.hears("message:new", message -> message.get("content").asString().startsWith("after"));
        finds(carol, MARK, List.of("after " + MARK));
        finds(bob, MARK, List.of("after " + MARK, "before " + MARK));
        rest.delete("/conversations/" + group + "/participants/" + carol);
        rest.delete("/conversations/" + group + "/participants/" + bob);
        finds(carol, MARK, List.of());
        finds(bob, MARK, List.of());
        finds(alice, MARK, List.of("after " + MARK, "before " + MARK));
        finds(site.somebody("stranger"), MARK, List.of());
    }

    @Test
    @Covers({Row.SEARCH_QUERY_INVALID, Row.INVALID_REQUEST, Row.UNAUTHENTICATED})
    void saysNoWithACode() {
        var search = site.search(alice);
        search.post("/messages/search", Fields.of("query", "-" + MARK)).isProblem(422, "CHAT_SEARCH_QUERY_INVALID");
        search.post("/messages/search", Fields.of("query", " … ")).isProblem(422, "CHAT_SEARCH_QUERY_INVALID");
        search.post("/messages/search", Fields.of()).isProblem(400, "CHAT_INVALID_REQUEST");
        search.post("/messages/search", Fields.of("query", MARK, "limit", 101)).isProblem(400, "CHAT_INVALID_REQUEST");
        search.post("/messages/search", Fields.of("query", MARK, "cursor", "nonsense"))
                .isProblem(400, "CHAT_INVALID_REQUEST");
        new Rest(site.stack().search(), "no.such.token").post("/messages/search", Fields.of("query", MARK))
                .isProblem(401, "CHAT_UNAUTHENTICATED");
    }

    /** Soon, counted from when the change was seen on a socket. */
    private void finds(String user, String query, List<String> contents) {
        Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> assertThat(
                site.search(user).post("/messages/search", Fields.of("query", query)).data().values())
                .extracting(hit -> hit.at("/message/content").asString())
                .containsExactlyElementsOf(contents));
    }
}
