package dev.parley.persistence.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.contracts.Command;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.persistence.Log;
import dev.parley.persistence.ServiceUnderTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConversationApiIT extends ServiceUnderTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final UserId alice = new UserId("alice-" + UUID.randomUUID());
    private final UserId bob = new UserId("bob-" + UUID.randomUUID());
    private final ConversationId id = ConversationId.direct(alice, bob);
    private final String path = "/conversations/" + id;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Log log = new Log();

    @LocalServerPort
    private int port;

    @AfterEach
    void close() {
        log.close();
        http.close();
    }

    @Test
    void createsADirectConversationOnceForBoth() throws Exception {
        var created = post(alice, "/conversations", "{\"participantId\":\"" + bob + "\"}");
        assertThat(created.at("/status").asString()).isEqualTo("success");
        assertThat(created.at("/data/conversationId").asString()).isEqualTo(id.toString());
        assertThat(created.at("/data/kind").asString()).isEqualTo("direct");
        assertThat(created.at("/data/seq").asLong()).isZero();
        assertThat(created.at("/data/visibleFrom").asLong()).isEqualTo(1);
        var again = post(bob, "/conversations", "{\"participantId\":\"" + alice + "\"}");
        assertThat(again.at("/data/conversationId").asString()).isEqualTo(id.toString());
    }

    @Test
    void pagesHistoryInAscendingOrderEitherWay() throws Exception {
        say(1, 7);
        var newest = get(alice, path + "/messages?limit=3");
        assertThat(seqs(newest)).containsExactly(5L, 6L, 7L);
        assertThat(newest.at("/meta/hasMoreBefore").asBoolean()).isTrue();
        assertThat(newest.at("/meta/hasMoreAfter").asBoolean()).isFalse();
        var older = get(bob, path + "/messages?before=3&limit=3");
        assertThat(seqs(older)).containsExactly(1L, 2L);
        assertThat(older.at("/meta/hasMoreBefore").asBoolean()).isFalse();
        assertThat(older.at("/meta/hasMoreAfter").asBoolean()).isTrue();
        var later = get(bob, path + "/messages?after=3&limit=2");
        assertThat(seqs(later)).containsExactly(4L, 5L);
        assertThat(later.at("/meta/hasMoreAfter").asBoolean()).isTrue();
        assertThat(get(bob, path + "/messages?after=7").at("/data").isEmpty()).isTrue();
    }

    @Test
    void tellsChangesInTheirOrderAndWhatTheyCover() throws Exception {
        say(1, 3);
        var messageId = get(alice, path + "/messages").at("/data/0/messageId").asString();
        log.append(Log.command(alice, id, new Command.DeleteMessage(dev.parley.contracts.MessageId.parse(messageId))));
        settle();
        var all = get(bob, path + "/changes?after=0");
        assertThat(seqs(all)).containsExactly(2L, 3L, 4L);
        assertThat(all.at("/data/2/message/content").isNull()).isTrue();
        assertThat(all.at("/data/2/message/seq").asLong()).isEqualTo(1);
        assertThat(all.at("/meta/through").asLong()).isEqualTo(4);
        assertThat(all.at("/meta/more").asBoolean()).isFalse();
        var first = get(bob, path + "/changes?after=0&limit=1");
        assertThat(seqs(first)).containsExactly(2L);
        assertThat(first.at("/meta/through").asLong()).isEqualTo(2);
        assertThat(first.at("/meta/more").asBoolean()).isTrue();
    }

    @Test
    void countsUnreadAboveTheReadMark() throws Exception {
        say(1, 4);
        assertThat(get(bob, path).at("/data/unread").asInt()).isEqualTo(4);
        assertThat(get(alice, path).at("/data/unread").asInt()).isZero();
        var read = post(bob, path + "/read", "{\"seq\":3}");
        assertThat(read.at("/data/readSeq").asLong()).isEqualTo(3);
        assertThat(read.at("/data/deliveredSeq").asLong()).isEqualTo(3);
        assertThat(read.at("/data/unread").asInt()).isEqualTo(1);
        var history = get(alice, path + "/messages");
        assertThat(history.at("/data/2/status").asString()).isEqualTo("read");
        assertThat(history.at("/data/3/status").asString()).isEqualTo("sent");
    }

    @Test
    void listsConversationsByLatestActivityPageByPage() throws Exception {
        var others = IntStream.range(0, 5).mapToObj(n -> new UserId("other-" + n + "-" + alice)).toList();
        for (var other : others) {
            log.append(Log.send(alice, other, "to " + other));
        }
        // A conversation that was quiet comes to the top.
        log.append(Log.send(others.get(2), alice, "me again"));
        settle();
        var listed = new ArrayList<String>();
        var page = get(alice, "/conversations?limit=2");
        for (; page.at("/meta").has("nextCursor"); page = get(alice,
                "/conversations?limit=2&cursor=" + page.at("/meta/nextCursor").asString())) {
            page.at("/data").forEach(conversation -> listed.add(conversation.at("/conversationId").asString()));
        }
        page.at("/data").forEach(conversation -> listed.add(conversation.at("/conversationId").asString()));
        assertThat(listed).hasSize(5 + PARTITIONS).doesNotHaveDuplicates();
        // Above all but those that settling made.
        assertThat(listed.get(PARTITIONS)).isEqualTo(ConversationId.direct(alice, others.get(2)).toString());
    }

    @Test
    void answersStrangersAsIfThereWereNothing() throws Exception {
        say(1, 1);
        var eve = new UserId("eve");
        for (var call : new String[]{"", "/messages", "/changes"}) {
            var answer = send(eve, "GET", path + call, null);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(JSON.readTree(answer.body()).at("/code").asString()).isEqualTo("CHAT_CONVERSATION_NOT_FOUND");
        }
        assertThat(code(eve, "POST", path + "/read", "{\"seq\":1}")).isEqualTo("404 CHAT_CONVERSATION_NOT_FOUND");
    }

    @Test
    void answersBadInputWithACode() throws Exception {
        say(1, 1);
        assertThat(code(alice, "GET", "/conversations/not-a-uuid", null)).isEqualTo("400 CHAT_INVALID_REQUEST");
        assertThat(code(alice, "GET", path + "/messages?before=x", null)).isEqualTo("400 CHAT_INVALID_REQUEST");
        assertThat(code(alice, "GET", path + "/messages?limit=201", null)).isEqualTo("400 CHAT_INVALID_REQUEST");
        assertThat(code(alice, "GET", path + "/messages?before=1&after=1", null)).isEqualTo("400 CHAT_INVALID_REQUEST");
        assertThat(code(alice, "GET", "/conversations?cursor=zz", null)).isEqualTo("400 CHAT_INVALID_REQUEST");
        assertThat(code(alice, "POST", "/conversations", "{")).isEqualTo("400 CHAT_INVALID_REQUEST");
        assertThat(code(alice, "POST", "/conversations", "{}")).isEqualTo("400 CHAT_INVALID_REQUEST");
        assertThat(code(alice, "POST", "/conversations", "{\"participantId\":\"" + alice + "\"}"))
                .isEqualTo("422 CHAT_RECIPIENT_INVALID");
        assertThat(code(alice, "POST", path + "/read", "{\"seq\":9}")).isEqualTo("422 CHAT_MARK_INVALID");
        assertThat(code(alice, "GET", "/nowhere", null)).isEqualTo("404 CHAT_INVALID_REQUEST");
    }

    @Test
    void letsNobodyInWithoutAToken() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/conversations")).build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(JSON.readTree(answer.body()).at("/code").asString()).isEqualTo("CHAT_UNAUTHENTICATED");
    }

    private void say(int from, int to) throws Exception {
        IntStream.rangeClosed(from, to).forEach(number -> log.append(Log.send(alice, bob, "message " + number)));
        settle();
    }

    /** A call through the log returns when all of the partition before it has been decided. */
    private void settle() throws Exception {
        for (var partition = 0; partition < PARTITIONS; partition++) {
            var filler = Log.friendIn(partition, alice);
            assertThat(send(alice, "POST", "/conversations", "{\"participantId\":\"" + filler + "\"}").statusCode())
                    .isIn(200, 201);
        }
    }

    private JsonNode get(UserId caller, String path) throws Exception {
        return success(send(caller, "GET", path, null));
    }

    private JsonNode post(UserId caller, String path, String body) throws Exception {
        return success(send(caller, "POST", path, body));
    }

    private static JsonNode success(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return JSON.readTree(answer.body());
    }

    private String code(UserId caller, String method, String path, @Nullable String body) throws Exception {
        var answer = send(caller, method, path, body);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        return answer.statusCode() + " " + JSON.readTree(answer.body()).at("/code").asString();
    }

    private HttpResponse<String> send(UserId caller, String method, String path, @Nullable String body)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + token(caller))
                .header("Content-Type", "application/json")
                .method(method, body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String token(UserId userId) throws JOSEException {
        var claims = new JWTClaimsSet.Builder()
                .subject(userId.value())
                .expirationTime(new Date(System.currentTimeMillis() + 60_000))
                .build();
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        jwt.sign(new MACSigner(SECRET.getBytes(StandardCharsets.UTF_8)));
        return jwt.serialize();
    }

    private static ArrayList<Long> seqs(JsonNode answer) {
        var seqs = new ArrayList<Long>();
        answer.at("/data").forEach(entry -> seqs.add(entry.at("/seq").asLong()));
        return seqs;
    }
}
