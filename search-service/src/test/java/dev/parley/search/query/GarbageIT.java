package dev.parley.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.search.index.Place;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Bodies at random, from nearly right to noise: each gets its answer, none is a 500, and no log has what was looked for.
 * Says its seed; {@code -Dparley.seed=N} repeats it.
 */
@ExtendWith(OutputCaptureExtension.class)
class GarbageIT extends SearchUnderTest {

    private static final long SEED = Long.getLong("parley.seed", ThreadLocalRandom.current().nextLong());
    private static final int INPUTS = 1_500;
    private static final String MARK = "whatsomebodylooksfor";
    private static final List<String> FIELDS = List.of("query", "query", "query", "conversationId", "senderId", "from",
            "to", "sort", "cursor", "limit", "__proto__");
    private static final List<String> LITERALS = List.of("null", "true", "17", "-0", "1e400", "1e-400", "20.0",
            "9".repeat(2_000), "\"\\ud800\"", "\"\\u0000\"", "[]", "{}", "[[[]]]", "\"\"", "\" \"",
            "\"2026-11-22T19:00:00Z\"", "\"+999999999-12-31T23:59:59Z\"", "\"-999999999-01-01T00:00:00+18:00\"",
            "\"0000-01-01T00:00:00Z\"", "\"best\"", "\"newest\"", "\"00000000-0000-0000-0000-000000000000\"",
            "\"lake* -" + MARK + "\"", "\"\\\"" + MARK + "\"", "\"" + MARK + " ' OR 1=1 --\"", "\"a & b | !c <-> d:*\"",
            "\"" + "w ".repeat(400) + "\"", "\"" + "🦜".repeat(1_000) + "\"", "\"" + "字".repeat(900) + "\"",
            "\"" + "x".repeat(1_000) + "*\"", "\"" + "e\\u0301".repeat(300) + "\"", "\"\\u202e\\uffff\\ufdd0\"",
            "\"{{7*7}} %00 ../../etc/passwd <script>\"");

    private final Random random = new Random(SEED);
    private final UserId alice = new UserId("alice-" + UUID.randomUUID());

    @Test
    void answersWhateverComes(CapturedOutput output) {
        System.out.println("seed of the garbage: " + SEED);
        Room.direct(facts, alice, new UserId("bob")).say(alice, "lake");
        client.settle();
        var cursor = "\"" + new Cursor(
                new Place(1, Instant.EPOCH, new ConversationId(new UUID(0, 0)), 1),
                new Fingerprint(7)) + "\"";
        var searched = 0;
        for (var n = 0; n < INPUTS; n++) {
            var body = body(cursor);
            var answer = answerTo(body);
            assertThat(answer.statusCode()).as(body + " -> " + answer.body()).isIn(200, 400, 422);
            assertThat(answer.body()).doesNotContain("Exception");
            searched += answer.statusCode() == 200 ? 1 : 0;
        }
        assertThat(searched).isBetween(INPUTS / 20, INPUTS);
        assertThat(output).doesNotContain(MARK).doesNotContain(" ERROR ");
    }

    /** A connection whose last body was not worth reading may be closed: on a new one, there has to be an answer. */
    private HttpResponse<String> answerTo(String body) {
        var request = client.request()
                .header("Authorization", "Bearer " + SearchClient.token(alice))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        try {
            return client.send(request);
        } catch (UncheckedIOException closed) {
            return client.send(request);
        }
    }

    private String body(String cursor) {
        return switch (random.nextInt(8)) {
            case 0 -> noise();
            case 1 -> oneOf(LITERALS);
            case 2 -> "[".repeat(1 + random.nextInt(30_000));
            case 3 -> mangled(object(cursor));
            default -> object(cursor);
        };
    }

    private String object(String cursor) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (random.nextInt(3) > 0) {
            fields.put("query", "\"lake " + MARK + "\"");
        }
        for (var n = random.nextInt(4); n > 0; n--) {
            fields.put(oneOf(FIELDS), random.nextInt(20) == 0 ? cursor : oneOf(LITERALS));
        }
        var object = new StringBuilder("{");
        fields.forEach((name, value) -> object.append(object.length() > 1 ? "," : "")
                .append('"').append(name).append("\":").append(value));
        return object.append('}').toString();
    }

    private String mangled(String text) {
        var at = random.nextInt(text.length() + 1);
        var mangled = random.nextBoolean()
                ? text.substring(0, at)
                : text.substring(0, at) + noise() + text.substring(at);
        return new String(mangled.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private String noise() {
        var noise = new StringBuilder();
        for (var n = random.nextInt(40); n > 0; n--) {
            noise.append((char) random.nextInt(random.nextBoolean() ? 128 : 0xD800));
        }
        return noise.toString();
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
