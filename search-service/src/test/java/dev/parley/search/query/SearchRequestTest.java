package dev.parley.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.access.rest.ChatException;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.search.index.Search.Filter;
import dev.parley.search.index.Sort;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SearchRequestTest {

    private static final String ID = "1f0c9e0a-7b1d-8c52-9a44-3f6f0f7e2a11";

    private final QuerySettings settings = QuerySettingsTest.of(Map.of());

    private SearchRequest read(String json) {
        return SearchRequest.read(JsonMapper.shared().readTree(json), settings);
    }

    @Test
    void readsEveryField() {
        assertThat(read("""
            {"query": "lake", "conversationId": "%s", "senderId": "bob", "from": "2026-11-01T00:00:00+01:00",
             "to": "2026-11-02T00:00:00.0001Z", "sort": "best", "cursor": "abc", "limit": 100, "more": {}}"""
                .formatted(ID)))
                .isEqualTo(new SearchRequest(
                        "lake",
                        new Filter(
                                ConversationId.parse(ID),
                                new UserId("bob"),
                                Instant.parse("2026-10-31T23:00:00Z"),
                                Instant.parse("2026-11-02T00:00:00.001Z")),
                        Sort.BEST,
                        "abc",
                        100));
    }

    @Test
    void takesNullForNothing() {
        var nothing = new SearchRequest("lake", Filter.NONE, Sort.NEWEST, null, 20);
        assertThat(read("{\"query\": \"lake\"}")).isEqualTo(nothing);
        assertThat(read("""
            {"query": "lake", "conversationId": null, "senderId": null, "from": null, "to": null, "sort": null,
             "cursor": null, "limit": null}""")).isEqualTo(nothing);
    }

    @Test
    void keepsTimesWithinThoseOfMessages() {
        var filter = read(
                "{\"query\": \"lake\", \"from\": \"0000-01-01T00:00:00Z\", \"to\": \"9999-12-31T23:59:59-18:00\"}")
                .filter();
        assertThat(filter.from()).isEqualTo(Instant.EPOCH);
        assertThat(filter.to()).isEqualTo(Instant.parse("9999-12-31T23:59:59.999Z"));
    }

    @Test
    void countsTheQueryInCodePoints() {
        assertThat(read("{\"query\": \"%s\"}".formatted("🦜".repeat(1_000))).query()).hasSize(2_000);
        assertThatThrownBy(() -> read("{\"query\": \"%s\"}".formatted("🦜".repeat(1_001))))
                .hasMessage("query: 1001 code points (expected: at most 1000)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        []                                         | body: array (expected: an object)
        "lake"                                     | body: string (expected: an object)
        {}                                         | query: missing
        {"query": null}                            | query: missing
        {"query": 7}                               | query: number (expected: a string)
        {"query": ["lake"]}                        | query: array (expected: a string)
        {"query": "a\\u0000b"}                     | query: NUL or an unpaired surrogate in it (expected: neither)
        {"query": "a\\ud800b"}                     | query: NUL or an unpaired surrogate in it (expected: neither)
        {"query": "a", "limit": 0}                 | limit: 0 (expected: 1 to 100)
        {"query": "a", "limit": 101}               | limit: 101 (expected: 1 to 100)
        {"query": "a", "limit": "20"}              | limit: string (expected: an integer)
        {"query": "a", "limit": 1.5}               | limit: number (expected: an integer)
        {"query": "a", "limit": 1e400}             | limit: number (expected: an integer)
        {"query": "a", "limit": 99999999999}       | limit: an integer of more than 32 bits (expected: a smaller one)
        {"query": "a", "sort": "oldest"}           | sort: another word (expected: newest or best)
        {"query": "a", "sort": true}               | sort: boolean (expected: a string)
        {"query": "a", "from": "yesterday"}        | from: not a time (expected: such as 2026-11-01T00:00:00Z)
        {"query": "a", "to": "2026-11-01"}         | to: not a time (expected: such as 2026-11-01T00:00:00Z)
        {"query": "a", "to": 1762000000}           | to: number (expected: a string)
        {"query": "a", "from": "2026-11-02T00:00:00Z", "to": "2026-11-02T01:00:00+01:00"} | from: 2026-11-02T00:00:00Z (expected: before to, which is 2026-11-02T00:00:00Z)
        """)
    void saysWhatIsWrong(String json, String message) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(ChatException.class).hasMessage(message);
    }

    @Test
    void namesIdsThatAreNone() {
        assertThatThrownBy(() -> read("{\"query\": \"a\", \"conversationId\": \"x\"}"))
                .isInstanceOf(ChatException.class).hasMessageStartingWith("conversationId: ");
        assertThatThrownBy(() -> read("{\"query\": \"a\", \"senderId\": \"\"}"))
                .isInstanceOf(ChatException.class).hasMessageContaining("0 code points");
    }

    @Test
    void keepsTheQueryToItself() {
        assertThat(read("{\"query\": \"my secret wish\"}").toString()).doesNotContain("wish");
    }
}
