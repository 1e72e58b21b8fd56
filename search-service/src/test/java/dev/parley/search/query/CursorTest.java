package dev.parley.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.access.rest.ChatException;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.search.index.Place;
import dev.parley.search.index.Search.Filter;
import dev.parley.search.index.Sort;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final UserId ALICE = new UserId("alice");
    private static final SearchRequest REQUEST = new SearchRequest("lake", Filter.NONE, Sort.BEST, null, 20);
    private static final Fingerprint SEARCH = Fingerprint.of(ALICE, REQUEST);
    private static final Place PLACE = new Place(2.5, Instant.ofEpochMilli(1_762_000_000_123L),
            new ConversationId(new UUID(-1, 7)), 17);

    @Property
    void comesBackAsItWent(
            @ForAll @DoubleRange(min = 0, max = 1e300) double score,
            @ForAll @LongRange(min = 0, max = 253_402_300_799_999L) long sentAt,
            @ForAll long most,
            @ForAll long least,
            @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long seq) {
        var place = new Place(score, Instant.ofEpochMilli(sentAt), new ConversationId(new UUID(most, least)), seq);
        var text = new Cursor(place, SEARCH).toString();
        assertThat(text).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.parse(text, SEARCH).place()).isEqualTo(place);
    }

    @Test
    void isOfOneSearchAlone() {
        var conversation = new ConversationId(new UUID(1, 2));
        var time = Instant.ofEpochMilli(1);
        var others = Stream.of(
                Fingerprint.of(new UserId("bob"), REQUEST),
                Fingerprint.of(ALICE, new SearchRequest("lakes", Filter.NONE, Sort.BEST, null, 20)),
                Fingerprint.of(ALICE, new SearchRequest("lake", Filter.NONE, Sort.NEWEST, null, 20)),
                filtered(new Filter(conversation, null, null, null)),
                filtered(new Filter(null, ALICE, null, null)),
                filtered(new Filter(null, null, time, null)),
                filtered(new Filter(null, null, null, time)));
        var text = new Cursor(PLACE, SEARCH).toString();
        assertThat(others).doesNotHaveDuplicates().allSatisfy(other -> refuses(text, other));
    }

    @Test
    void isTheSameForPagesOfAnotherLength() {
        var longer = new SearchRequest("lake", Filter.NONE, Sort.BEST, "a cursor", 100);
        assertThat(Fingerprint.of(ALICE, longer)).isEqualTo(SEARCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "!", "AAAA", "….", "AQ==", "\0"})
    void refusesWhatIsNone(String text) {
        refuses(text, SEARCH);
    }

    @Test
    void refusesWhatNoHitCouldHave() {
        for (var place : new Place[]{
                new Place(Double.NaN, PLACE.sentAt(), PLACE.conversationId(), 1),
                new Place(-1, PLACE.sentAt(), PLACE.conversationId(), 1),
                new Place(0, Instant.ofEpochMilli(-1), PLACE.conversationId(), 1),
                new Place(0, Instant.ofEpochMilli(Long.MAX_VALUE), PLACE.conversationId(), 1),
                new Place(0, PLACE.sentAt(), PLACE.conversationId(), 0)}) {
            refuses(new Cursor(place, SEARCH).toString(), SEARCH);
        }
    }

    private static Fingerprint filtered(Filter filter) {
        return Fingerprint.of(ALICE, new SearchRequest("lake", filter, Sort.BEST, null, 20));
    }

    private static void refuses(String text, Fingerprint search) {
        assertThatThrownBy(() -> Cursor.parse(text, search))
                .isInstanceOf(ChatException.class)
                .hasMessageStartingWith("cursor: not of this search");
    }
}
