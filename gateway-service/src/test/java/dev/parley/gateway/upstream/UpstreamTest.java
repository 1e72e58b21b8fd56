package dev.parley.gateway.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.UserId;
import dev.parley.gateway.access.BearerToken;
import dev.parley.gateway.testing.FakePersistence;
import dev.parley.tracing.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class UpstreamTest {

    private static final BearerToken TOKEN = new BearerToken("alices.own.token");
    private static final ConversationId CONVERSATION = ConversationId.direct(new UserId("alice"), new UserId("bob"));

    private final FakePersistence persistence = FakePersistence.start();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final UpstreamSettings settings = settings(persistence.url());
    private final HttpClient http = new UpstreamWiring().upstreamHttp(settings);
    private final Upstream upstream = new UpstreamWiring().upstream(http, settings, metrics, Tracing.OFF);

    private static UpstreamSettings settings(URI url) {
        return new UpstreamSettings(
                url,
                new UpstreamSettings.Deadlines(
                        Duration.ofMillis(500), Duration.ofMillis(600), Duration.ofMillis(400)),
                DataSize.ofKilobytes(16),
                new UpstreamSettings.Sync(2, 1),
                new UpstreamSettings.Lookups(1, 1));
    }

    @AfterEach
    void stop() {
        http.shutdownNow();
        persistence.close();
    }

    @Test
    void passesASyncOnByteForByte() {
        var data = "{ \"token\":\"a/é👋\\u00e9\", \"deep\":[{\"data\":{}},1.50e+3],\"more\" : false }";
        persistence.answer("/api/v1/sync", 200, "{\"status\":\"ü\",\"data\": " + data + " ,\"meta\":{\"data\":1}}\n");
        assertThat(text(upstream.sync(TOKEN, "since +/=&", 50).join())).isEqualTo(data);
        assertThat(persistence.requests()).containsExactly(
                "GET /api/v1/sync?token=since+%2B%2F%3D%26&limit=50 Bearer alices.own.token ");
        assertThat(metrics.timer("parley.gateway.upstream", "call", "sync", "outcome", "given").count())
                .isEqualTo(1);
    }

    @Test
    void leavesOutWhatTheClientLeavesOut() {
        persistence.answer("/api/v1/sync", 200, "{\"data\":{}}");
        assertThat(text(upstream.sync(TOKEN, null, null).join())).isEqualTo("{}");
        assertThat(persistence.requests()).containsExactly("GET /api/v1/sync Bearer alices.own.token ");
    }

    @Test
    void gathersAllPagesOfMembers() {
        var path = "/api/v1/conversations/" + CONVERSATION + "/participants";
        persistence.answer(path, 200,
                "{\"data\":[{\"userId\":\"a\",\"role\":\"owner\"}],\"meta\":{\"nextCursor\":\"x&\"}}");
        persistence.answer(path, 200, "{\"data\":[{\"userId\":\"b\"},{\"userId\":\"ç\"}],\"meta\":{}}");
        assertThat(value(upstream.participants(TOKEN, CONVERSATION).join()))
                .containsExactlyInAnyOrder(new UserId("a"), new UserId("b"), new UserId("ç"));
        assertThat(persistence.requests()).containsExactly(
                "GET " + path + "?limit=500 Bearer alices.own.token ",
                "GET " + path + "?limit=500&cursor=x%26 Bearer alices.own.token ");
    }

    @Test
    void doesNotFollowAListWithoutAnEnd() {
        var path = "/api/v1/conversations/" + CONVERSATION + "/participants";
        IntStream.range(0, 30).forEach(_ -> persistence.answer(
                path, 200, "{\"data\":[{\"userId\":\"a\"}],\"meta\":{\"nextCursor\":\"again\"}}"));
        assertThat(code(upstream.participants(TOKEN, CONVERSATION).join()))
                .isEqualTo(ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE);
        assertThat(persistence.requests()).hasSize(20);
    }

    @Test
    void asksWhoIsAContact() {
        persistence.answer("/api/v1/contacts/lookup", 200, "{\"status\":\"success\",\"data\":[{\"userId\":\"bob\"}]}");
        assertThat(value(upstream.contactsAmong(TOKEN, List.of(new UserId("bob"), new UserId("\"eve\""))).join()))
                .isEqualTo(Set.of(new UserId("bob")));
        assertThat(persistence.requests()).containsExactly(
                "POST /api/v1/contacts/lookup Bearer alices.own.token {\"userIds\":[\"bob\",\"\\\"eve\\\"\"]}");
    }

    @Test
    void doesNotAskAboutTooManyAtATime() {
        var many = IntStream.range(0, 201).mapToObj(i -> new UserId("u" + i)).toList();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> upstream.contactsAmong(TOKEN, many))
                .withMessage("userIds: 201 (expected: at most 200)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        404 | {"code": "CHAT_CONVERSATION_NOT_FOUND", "detail": "none", "status": 404} | CHAT_CONVERSATION_NOT_FOUND  | none
        500 | {"code": "CHAT_INTERNAL"}                                                | CHAT_INTERNAL                | the persistence service answered 500
        503 | {"code": "CHAT_TEMPORARILY_UNAVAILABLE", "detail": "busy"}               | CHAT_TEMPORARILY_UNAVAILABLE | busy
        401 | <html>no</html>                                                          | CHAT_UNAUTHENTICATED         | the persistence service answered 401
        502 | <html>no</html>                                                          | CHAT_TEMPORARILY_UNAVAILABLE | the persistence service answered 502
        418 | {"code": "CHAT_OF_A_LATER_DAY", "detail": "what"}                        | CHAT_TEMPORARILY_UNAVAILABLE | what
        404 | null                                                                     | CHAT_TEMPORARILY_UNAVAILABLE | the persistence service answered 404
        """)
    void repeatsARefusalWithItsCode(int status, String body, ErrorCode code, String message) {
        persistence.answer("/api/v1/sync", status, body);
        var answer = upstream.sync(TOKEN, null, 1).join();
        assertThat(code(answer)).isEqualTo(code);
        assertThat(answer).isInstanceOfSatisfying(
                Answer.Refused.class, refused -> assertThat(refused.refusal().message()).isEqualTo(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "nonsense", "null", "[]", "{}", "{\"data\":[]}", "{\"data\":\"x\"}", "{\"data\":{}", "{\"data\":{}} {}",
            "{\"data\":{\"a\":}}", "{\"data\":{\"a\":\"\u0000\"}}"
    })
    void takesNothingThatIsNotASync(String body) {
        persistence.answer("/api/v1/sync", 200, body);
        assertThat(code(upstream.sync(TOKEN, null, 1).join())).isEqualTo(ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "null", "{}", "{\"data\":{}}", "{\"data\":[{}]}", "{\"data\":[null]}", "{\"data\":[{\"userId\":\"\"}]}"
    })
    void takesNothingThatIsNotAListOfUsers(String body) {
        persistence.answer("/api/v1/contacts/lookup", 200, body);
        assertThat(code(upstream.contactsAmong(TOKEN, Set.of()).join()))
                .isEqualTo(ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE);
    }

    @Test
    void givesUpAnAnswerThatIsTooLarge() {
        persistence.answer("/api/v1/sync", 200, "{\"data\":{\"x\":\"" + "x".repeat(16 * 1024) + "\"}}");
        assertThat(code(upstream.sync(TOKEN, null, 1).join())).isEqualTo(ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE);
    }

    @Test
    void givesUpAnAnswerThatDoesNotBegin() {
        persistence.hang();
        assertThat(code(upstream.sync(TOKEN, null, 1).join())).isEqualTo(ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE);
    }

    @Test
    void givesUpAnAnswerThatDoesNotEnd() {
        persistence.hangAfter("{\"data\":");
        assertThat(code(upstream.sync(TOKEN, null, 1).join())).isEqualTo(ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE);
    }

    @Test
    void saysSoWhenNobodyIsThere() {
        persistence.close();
        assertThat(code(upstream.sync(TOKEN, null, 1).join())).isEqualTo(ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE);
    }

    @Test
    void asksAgainAfterEveryKindOfFailure() {
        persistence.hang();
        assertThat(code(upstream.contactsAmong(TOKEN, Set.of()).join()))
                .isEqualTo(ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE);
        persistence.release();
        for (var body : List.of("nonsense", "x".repeat(17 * 1024))) {
            persistence.answer("/api/v1/contacts/lookup", 200, body);
            assertThat(code(upstream.contactsAmong(TOKEN, Set.of()).join()))
                    .isEqualTo(ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE);
        }
        persistence.answer("/api/v1/contacts/lookup", 200, "{\"data\":[]}");
        assertThat(value(upstream.contactsAmong(TOKEN, Set.of()).join())).isEmpty();
    }

    @Test
    void boundsWhatRunsAndWhatWaits() {
        IntStream.range(0, 3).forEach(_ -> persistence.answer("/api/v1/sync", 200, "{\"data\":{}}"));
        persistence.hang();
        var running = List.of(upstream.sync(TOKEN, "1", 1), upstream.sync(TOKEN, "2", 1));
        var waiting = upstream.sync(TOKEN, "3", 1);
        var tooMany = upstream.sync(TOKEN, "4", 1);
        assertThat(code(tooMany.join())).isEqualTo(ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE);
        await().until(() -> persistence.requests().size() == 2);
        assertThat(waiting).isNotDone();

        persistence.release();
        running.forEach(each -> assertThat(text(each.join())).isEqualTo("{}"));
        assertThat(text(waiting.join())).isEqualTo("{}");
    }

    @Test
    void letsNobodyWaitForeverForATurn() {
        persistence.hang();
        var calls = IntStream.range(0, 2).mapToObj(_ -> upstream.contactsAmong(TOKEN, Set.of())).toList();
        var all = CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new));
        assertThat(all).succeedsWithin(Duration.ofSeconds(3));
        calls.forEach(each -> assertThat(code(each.join())).isEqualTo(ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE));
    }

    @Test
    void printsNothingOfAToken() {
        assertThat(TOKEN).hasToString("BearerToken[…]");
    }

    private static String text(Answer<byte[]> answer) {
        return new String(value(answer), UTF_8);
    }

    private static <T> T value(Answer<T> answer) {
        return switch (answer) {
            case Answer.Given<T>(var value) -> value;
            case Answer.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private static @Nullable ErrorCode code(Answer<?> answer) {
        return answer instanceof Answer.Refused<?>(var refusal) ? refusal.code() : null;
    }
}
