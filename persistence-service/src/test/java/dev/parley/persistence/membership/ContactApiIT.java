package dev.parley.persistence.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.persistence.ApiClient;
import dev.parley.persistence.Log;
import dev.parley.persistence.ServiceUnderTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Ann is in a group with ben, and in a direct conversation with cat. */
class ContactApiIT extends ServiceUnderTest {

    private final String run = UUID.randomUUID().toString();
    private final UserId ann = new UserId("ann-" + run);
    private final UserId ben = new UserId("ben-" + run);
    private final UserId cat = new UserId("cat-" + run);
    private final UserId eve = new UserId("eve-" + run);

    @LocalServerPort
    private int port;

    private ApiClient api;

    @BeforeEach
    void meet() {
        api = new ApiClient(port);
        api.call(201, ann, "POST", "/conversations", "{\"title\":\"Climbing\",\"participantIds\":[\"" + ben + "\"]}",
                "Idempotency-Key", "climbing");
        try (var log = new Log()) {
            log.append(Log.send(ann, cat, "hi"));
        }
        api.settle(ben);
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void listsWhomOneSharesAConversationWith() {
        assertThat(users(api.get(cat, "/contacts"))).containsExactly(ann.value());
        var page = api.get(ann, "/contacts?limit=1");
        assertThat(users(page)).containsExactly(ben.value());
        assertThat(users(api.get(ann, "/contacts?limit=1&cursor=" + page.at("/meta/nextCursor").asString())))
                .containsExactly(cat.value());
    }

    @Test
    void tellsWhoOfTheseIsAContact() {
        assertThat(lookup(ann, ben, cat, eve, ann, ben)).containsExactly(ben.value(), cat.value());
        assertThat(lookup(eve, ann, ben)).isEmpty();
    }

    @Test
    void forgetsWhoLeavesTheLastSharedConversation() {
        var group = "/conversations/" + ConversationId.group(ann, "climbing");
        assertThat(api.send(ben, "DELETE", group + "/participants/" + ben, null).statusCode()).isEqualTo(204);

        assertThat(lookup(ann, ben, cat)).containsExactly(cat.value());
        assertThat(users(api.get(ann, "/contacts"))).containsExactly(cat.value());
    }

    @Test
    void refusesALookupOfNobodyOrOfTooMany() {
        assertThat(api.failure(ann, "POST", "/contacts/lookup", "{}")).isEqualTo("400 CHAT_INVALID_REQUEST userIds");
        var crowd = IntStream.range(0, 201).mapToObj(n -> "\"user-" + n + "\"").toList();
        assertThat(api.failure(ann, "POST", "/contacts/lookup", "{\"userIds\":" + crowd + "}"))
                .isEqualTo("400 CHAT_INVALID_REQUEST userIds");
    }

    private List<String> lookup(UserId caller, UserId... asked) {
        var userIds = List.of(asked).stream().map(user -> "\"" + user + "\"").toList();
        return users(api.call(200, caller, "POST", "/contacts/lookup", "{\"userIds\":" + userIds + "}"));
    }

    private static List<String> users(JsonNode answer) {
        return answer.at("/data").valueStream().map(entry -> entry.at("/userId").asString()).toList();
    }
}
