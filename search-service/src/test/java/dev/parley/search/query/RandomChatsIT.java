package dev.parley.search.query;

import static dev.parley.search.query.SearchClient.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.UserId;
import dev.parley.search.query.Room.Line;
import dev.parley.search.text.Range;
import dev.parley.search.text.TextAnalyzer;
import dev.parley.search.text.TextRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * People who come, go, write, edit and delete at random, and search at random: what they find is what reading all of the
 * history word by word finds. Says its seed; {@code -Dparley.seed=N} repeats it.
 */
class RandomChatsIT extends SearchUnderTest {

    private static final long SEED = Long.getLong("parley.seed", ThreadLocalRandom.current().nextLong());
    private static final List<String> WORDS = List.of("lake", "Lake", "lakes", "boat", "boats", "Ärger", "東京", "東",
            "not", "to", "be", "bob@example.org", "don't", "🦜", "x", "1984");
    private static final List<String> QUERIES = List.of("lake", "boat", "lake boat", "\"to be\"", "lak*", "boat* -lake",
            "東京", "arger", "to be", "example", "\"not to b\"*", "-be not", "lakes lake", "dont", "x 1984", "京");
    private static final int ROUNDS = 6;
    private static final int DEEDS = 60;
    private static final int SEARCHES = 25;

    private final Random random = new Random(SEED);
    private final TextAnalyzer analyzer = new TextAnalyzer(new TextRules(TextRules.CURRENT, null));
    private final List<UserId> users = IntStream.range(0, 5)
            .mapToObj(n -> new UserId("user-" + n + "-" + UUID.randomUUID()))
            .toList();
    private final List<Room> rooms = new ArrayList<>();

    /** A message that somebody may see, and where it is. */
    private record Seen(Room room, Line line) {

        static final Comparator<Seen> NEWEST = Comparator.comparing((Seen seen) -> seen.line().sentAt())
                .thenComparing(seen -> seen.room().id())
                .thenComparing(seen -> seen.line().seq())
                .reversed();

        String id() {
            return line.id().value().toString();
        }

        String content() {
            return String.valueOf(line.content());
        }
    }

    @Test
    void findsWhatReadingTheHistoryFinds() {
        System.out.println("seed of the random chats: " + SEED);
        rooms.add(Room.direct(facts, users.get(0), users.get(1)));
        rooms.add(Room.direct(facts, users.get(0), users.get(2)));
        rooms.add(Room.group(facts, users.get(0), users.get(1), users.get(2)));
        rooms.add(Room.group(facts, users.get(3), users.get(4)));
        for (var round = 0; round < ROUNDS; round++) {
            IntStream.range(0, DEEDS).forEach(_ -> deed(oneOf(rooms)));
            client.settle();
            IntStream.range(0, SEARCHES).forEach(_ -> searchAtRandom());
        }
    }

    private void deed(Room room) {
        var members = room.members();
        var somebody = oneOf(users);
        var isGroup = rooms.indexOf(room) > 1;
        switch (random.nextInt(12)) {
            case 0, 1 -> pick(room).ifPresent(line -> room.edit(line, text()));
            case 2 -> pick(room).ifPresent(room::delete);
            case 3 -> {
                if (isGroup && !members.contains(somebody)) {
                    room.add(somebody);
                }
            }
            case 4 -> {
                if (isGroup && members.size() > 1 && members.contains(somebody)) {
                    room.remove(somebody);
                }
            }
            case 5 -> {
                if (isGroup) {
                    room.rename();
                }
            }
            case 6 -> room.tellAgain(random.nextInt(1_000));
            default -> room.say(oneOf(members), text());
        }
    }

    private Optional<Line> pick(Room room) {
        var lines = room.lines().stream().filter(line -> line.content() != null).toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(oneOf(lines));
    }

    private void searchAtRandom() {
        var caller = oneOf(users);
        var query = oneOf(QUERIES);
        var sort = oneOf(List.of("newest", "best"));
        var room = random.nextInt(4) == 0 ? oneOf(rooms) : null;
        var sender = random.nextInt(4) == 0 ? oneOf(users) : null;
        var from = random.nextInt(4) == 0 ? aTime() : null;
        var body = body("query", query, "sort", sort, "limit", 1 + random.nextInt(30),
                "conversationId", room == null ? null : room.id().toString(),
                "senderId", sender == null ? null : sender.value(),
                "from", from == null ? null : from.toString());
        var expected = rooms.stream()
                .filter(each -> room == null || each == room)
                .flatMap(each -> each.visibleTo(caller).map(line -> new Seen(each, line)))
                .filter(seen -> sender == null || seen.line().sender().equals(sender))
                .filter(seen -> from == null || !seen.line().sentAt().isBefore(from))
                .filter(seen -> analyzer.matches(analyzer.parse(query), seen.content()))
                .sorted(Seen.NEWEST)
                .toList();
        compare(client.pages(caller, body), expected, query, sort, caller + " searches " + body);
    }

    private void compare(List<JsonNode> pages, List<Seen> expected, String query, String sort, String what) {
        var hits = pages.stream().flatMap(page -> page.path("data").valueStream()).toList();
        var ids = hits.stream().map(hit -> hit.at("/message/messageId").asString()).toList();
        var expectedIds = expected.stream().map(Seen::id).toList();
        assertThat(ids).as(what).containsExactlyInAnyOrderElementsOf(expectedIds);
        assertThat(pages).allSatisfy(page -> assertThat(page.at("/meta/total").asInt()).isEqualTo(expected.size()));
        Map<String, Seen> byId = expected.stream().collect(Collectors.toMap(Seen::id, seen -> seen));
        hits.forEach(
                hit -> compare(hit, Objects.requireNonNull(byId.get(hit.at("/message/messageId").asString())), query));
        if (sort.equals("newest")) {
            assertThat(ids).as(what).isEqualTo(expectedIds);
        } else {
            var byScore = hits.stream()
                    .sorted(Comparator.comparing((JsonNode hit) -> -hit.path("score").asDouble())
                            .thenComparing(hit -> expectedIds.indexOf(hit.at("/message/messageId").asString())))
                    .toList();
            assertThat(hits).as(what).isEqualTo(byScore);
        }
    }

    private void compare(JsonNode hit, Seen seen, String query) {
        assertThat(hit.at("/message/content").asString()).isEqualTo(seen.content());
        assertThat(hit.at("/message/changedSeq").asLong()).isEqualTo(seen.line().changedSeq());
        var ranges = analyzer.highlights(analyzer.parse(query), seen.content());
        assertThat(hit.path("highlights").toString()).isEqualTo(json(ranges));
    }

    private static String json(List<Range> ranges) {
        return ranges.stream().map(range -> "[" + range.start() + "," + range.end() + "]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private Instant aTime() {
        var times = rooms.stream().flatMap(room -> room.lines().stream()).map(Line::sentAt).toList();
        return times.isEmpty() ? Instant.EPOCH : oneOf(times);
    }

    private String text() {
        return Stream.generate(() -> oneOf(WORDS)).limit(1 + random.nextInt(6)).collect(Collectors.joining(" "));
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
