package dev.parley.search.query;

import static dev.parley.search.query.SearchClient.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contractcheck.RestContract;
import dev.parley.contracts.UserId;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class SearchApiIT extends SearchUnderTest {

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final UserId alice = new UserId("alice-" + run);
    private final UserId bob = new UserId("bob-" + run);
    private final UserId carol = new UserId("carol-" + run);
    private Room room;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @SuppressWarnings("NullAway.Init")
    SearchApiIT() {}

    @BeforeEach
    void meet() {
        room = Room.direct(facts, alice, bob);
    }

    @Test
    void documentsEveryCallAndServesEveryDocumentedOne() {
        var served = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path)))
                .filter(call -> call.contains(" /api/"))
                .collect(Collectors.toSet());
        assertThat(RestContract.ofRepository().operations("search")).containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void givesTheDocumentToAnyone() {
        var document = client.send(client.request().uri(root("/openapi.yaml")));
        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(document.body()).contains("openapi: 3.1.0", SearchClient.PATH);
        var page = client.send(client.request().uri(root("/docs/")));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type").orElseThrow()).startsWith("text/html");
    }

    @Test
    void tellsAllOfAHit() {
        var first = room.say(alice, "Ärger 🦜 at the lake");
        room.edit(first, "🦜 Ärger at the Lake, LAKE");
        client.settle();
        var found = client.search(bob, body("query", "lake arger", "sort", "best"));
        assertThat(found.at("/data").size()).isOne();
        var hit = found.at("/data/0");
        var message = hit.path("message");
        var edited = room.lines().getFirst();
        assertThat(message.path("conversationId").asString()).isEqualTo(room.id().toString());
        assertThat(message.path("messageId").asString()).isEqualTo(first.id().value().toString());
        assertThat(message.path("senderId").asString()).isEqualTo(alice.value());
        assertThat(message.path("content").asString()).isEqualTo("🦜 Ärger at the Lake, LAKE");
        assertThat(message.path("seq").asLong()).isEqualTo(1);
        assertThat(message.path("changedSeq").asLong()).isEqualTo(2);
        assertThat(Instant.parse(message.path("sentAt").asString())).isEqualTo(edited.sentAt());
        assertThat(Instant.parse(message.path("editedAt").asString())).isEqualTo(edited.editedAt());
        assertThat(message.has("replyTo")).isFalse();
        assertThat(hit.path("highlights").toString()).isEqualTo("[[2,7],[15,19],[21,25]]");
        assertThat(hit.path("score").asDouble()).isPositive();
        assertThat(found.at("/meta/total").asLong()).isOne();
        assertThat(found.at("/meta/totalIsExact").asBoolean()).isTrue();
        assertThat(found.at("/meta").has("nextCursor")).isFalse();
        assertThat(client.search(bob, "lake").at("/data/0").has("score")).isFalse();
    }

    @Test
    void findsWhatWasJustSaidWithinASecond() {
        room.say(alice, "the very newest " + run);
        var said = System.nanoTime();
        Awaitility.await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(20))
                .until(() -> !client.contents(bob, run).isEmpty());
        assertThat(Duration.ofNanos(System.nanoTime() - said)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void findsMessagesOnlyAsTheyAreNow() {
        var edited = room.say(alice, "once upon");
        var deleted = room.say(bob, "once more");
        room.edit(edited, "twice upon");
        room.delete(deleted);
        client.settle();
        assertThat(client.contents(alice, "once")).isEmpty();
        assertThat(client.contents(alice, "twice")).containsExactly("twice upon");
    }

    @Test
    void showsMembersWhatCameAfterTheyJoinedAndNothingOnceTheyHaveGone() {
        var group = Room.group(facts, alice, bob);
        group.say(alice, "lake before");
        group.add(carol);
        group.say(bob, "lake after");
        client.settle();
        assertThat(client.contents(carol, "lake")).containsExactly("lake after");
        assertThat(client.contents(alice, "lake")).containsExactly("lake after", "lake before");
        group.remove(carol);
        group.remove(bob);
        client.settle();
        assertThat(client.contents(carol, "lake")).isEmpty();
        assertThat(client.contents(bob, "lake")).isEmpty();
        group.add(bob);
        group.say(alice, "lake again");
        client.settle();
        assertThat(client.contents(bob, "lake")).containsExactly("lake again");
        var inGroup = body("query", "lake", "conversationId", group.id().toString());
        assertThat(client.contents(alice, inGroup)).containsExactly("lake again", "lake after", "lake before");
        assertThat(client.contents(carol, inGroup)).isEmpty();
    }

    @Test
    void pagesWithoutRepeatingOrMissingWhateverIsSaidMeanwhile() {
        IntStream.range(0, 45).forEach(n -> room.say(n % 2 == 0 ? alice : bob, "lake " + "lake ".repeat(n % 7) + n));
        client.settle();
        for (var sort : List.of("newest", "best")) {
            var request = body("query", "lake", "sort", sort);
            var first = client.search(alice, request);
            room.say(bob, "lake lake lake lake lake lake lake lake meanwhile " + sort);
            client.settle();
            request.put("cursor", first.at("/meta/nextCursor").asString());
            request.put("limit", 100);
            var rest = client.search(alice, request);
            var seen = new HashSet<String>();
            for (var page : List.of(first, rest)) {
                page.path("data")
                        .forEach(hit -> assertThat(seen.add(hit.at("/message/messageId").asString())).isTrue());
            }
            var before = room.lines().stream()
                    .filter(line -> !String.valueOf(line.content()).contains("meanwhile"))
                    .map(line -> line.id().value().toString())
                    .toList();
            assertThat(seen).as(sort).containsAll(before);
            assertThat(first.at("/data").size()).isEqualTo(20);
            assertThat(rest.at("/meta").has("nextCursor")).isFalse();
        }
    }

    @Test
    void refusesACursorOfAnotherSearch() {
        IntStream.range(0, 3).forEach(n -> room.say(alice, "lake " + n));
        client.settle();
        var cursor = client.search(alice, body("query", "lake", "limit", 1)).at("/meta/nextCursor").asString();
        assertThat(client.failure(bob, "{\"query\":\"lake\",\"cursor\":\"" + cursor + "\"}"))
                .isEqualTo("400 CHAT_INVALID_REQUEST cursor");
        assertThat(client.failure(alice, "{\"query\":\"lakes\",\"cursor\":\"" + cursor + "\"}"))
                .isEqualTo("400 CHAT_INVALID_REQUEST cursor");
        assertThat(client.contents(alice, body("query", "lake", "cursor", cursor))).containsExactly("lake 1", "lake 0");
    }

    @Test
    void narrowsByConversationSenderAndTime() {
        var other = Room.direct(facts, alice, carol);
        var first = room.say(alice, "lake one");
        var second = room.say(bob, "lake two");
        var third = other.say(carol, "lake three");
        client.settle();
        assertThat(client.contents(alice, body("query", "lake", "conversationId", room.id().toString())))
                .containsExactly("lake two", "lake one");
        assertThat(client.contents(alice, body("query", "lake", "senderId", alice.value())))
                .containsExactly("lake one");
        assertThat(client.contents(alice, body("query", "lake", "from", second.sentAt().toString())))
                .containsExactly("lake three", "lake two");
        assertThat(client.contents(alice,
                body("query", "lake", "from", first.sentAt().plusMillis(1).toString(), "to",
                        third.sentAt().toString())))
                .containsExactly("lake two");
        assertThat(client.contents(carol, body("query", "lake", "conversationId", room.id().toString()))).isEmpty();
        assertThat(client.contents(alice, body("query", "lake", "conversationId", UUID.randomUUID().toString())))
                .isEmpty();
    }

    @Test
    void putsThePhraseFirstWhereTheBestIsAskedFor() {
        room.say(alice, "to be or not to be, that is the question");
        room.say(bob, "to be to be to be or not");
        room.say(alice, "or not to be to be to be");
        client.settle();
        assertThat(client.contents(bob, body("query", "to be or not to be", "sort", "best")).getFirst())
                .startsWith("to be or not to be,");
        assertThat(client.contents(bob, "\"to be or not to be\"")).hasSize(1);
        assertThat(client.contents(bob, "quest* -not")).isEmpty();
        assertThat(client.contents(bob, "quest*")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {                                           | 400 CHAT_INVALID_REQUEST
        null                                        | 400 CHAT_INVALID_REQUEST
        []                                          | 400 CHAT_INVALID_REQUEST
        {}                                          | 400 CHAT_INVALID_REQUEST query
        {"query":7}                                 | 400 CHAT_INVALID_REQUEST query
        {"query":"a\\ud800"}                        | 400 CHAT_INVALID_REQUEST query
        {"query":"lake","limit":0}                  | 400 CHAT_INVALID_REQUEST limit
        {"query":"lake","limit":101}                | 400 CHAT_INVALID_REQUEST limit
        {"query":"lake","sort":"worst"}             | 400 CHAT_INVALID_REQUEST sort
        {"query":"lake","conversationId":"here"}    | 400 CHAT_INVALID_REQUEST conversationId
        {"query":"lake","senderId":""}              | 400 CHAT_INVALID_REQUEST senderId
        {"query":"lake","from":"now"}               | 400 CHAT_INVALID_REQUEST from
        {"query":"lake","cursor":"x"}               | 400 CHAT_INVALID_REQUEST cursor
        {"query":""}                                | 422 CHAT_SEARCH_QUERY_INVALID
        {"query":"… !"}                             | 422 CHAT_SEARCH_QUERY_INVALID
        {"query":"-lake"}                           | 422 CHAT_SEARCH_QUERY_INVALID
        """)
    void refusesWhatIsNoSearch(String body, String failure) {
        assertThat(client.failure(alice, body)).isEqualTo(failure);
    }

    @Test
    void asksForATokenAndForJson() {
        var body = "{\"query\":\"lake\"}";
        var nobody = client.send(client.request().header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        RestContract.ofRepository().check(body, nobody);
        assertThat(nobody.statusCode()).isEqualTo(401);
        var text = client.send(client.request().header("Authorization", "Bearer " + SearchClient.token(alice))
                .header("Content-Type", "text/plain").POST(BodyPublishers.ofString(body)));
        RestContract.ofRepository().check(body, text);
        assertThat(text.statusCode()).isEqualTo(415);
        var get = client.send(client.request().header("Authorization", "Bearer " + SearchClient.token(alice)).GET());
        RestContract.ofRepository().check(null, get);
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(Set.of(nobody.body(), text.body(), get.body())).allMatch(each -> each.contains("CHAT_"));
    }

    private URI root(String path) {
        return client.request().build().uri().resolve(path);
    }
}
