package dev.parley.gateway.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.protocol.Fields;
import dev.parley.gateway.protocol.FrameId;
import dev.parley.gateway.protocol.Inbound;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFrameReaderTest {

    private final JsonFrameReader reader = new JsonFrameReader(65_536);

    @Test
    void takesTheMembersInAnyOrderAndSkipsOthers() {
        assertThat(reader.read("""
            {"extra": [{"a": 1}], "data": {"b": "text", "n": 7, "gone": null}, "id": 12, "event": "e"}"""))
                .isEqualTo(new Inbound.Named("e", new FrameId.Whole("12"), new Fields(Map.of(
                        "b", new Fields.Value.Text("text"), "n", new Fields.Value.Whole("7")))));
    }

    @Test
    void needsNeitherIdNorData() {
        assertThat(reader.read("{\"event\":\"e\"}")).isEqualTo(new Inbound.Named("e", null, Fields.NONE));
        assertThat(reader.read("{\"event\":\"e\",\"id\":null,\"data\":null}"))
                .isEqualTo(new Inbound.Named("e", null, Fields.NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", " ", "nonsense", "{", "{\"event\":}", "[1,2]", "\"text\"", "12", "null", "true",
            "{\"event\":\"a\",\"event\":\"b\"}", "{\"event\":\"e\",\"data\":{\"seq\":1,\"seq\":2}}",
            "{\"event\":\"e\"} trailing", "{'event':'e'}", "42[\"event\",{}]"})
    void takesThisForAnotherProtocol(String text) {
        assertThat(reader.read(text)).isInstanceOf(Inbound.Alien.class);
    }

    @Test
    void boundsDepthAndNumbers() {
        var deep = "{\"event\":\"e\",\"x\":" + "[".repeat(100) + "]".repeat(100) + "}";
        assertThat(reader.read(deep)).isInstanceOf(Inbound.Alien.class);
        assertThat(reader.read("{\"event\":\"e\",\"id\":" + "9".repeat(1_000) + "}")).isInstanceOf(Inbound.Alien.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
        {}                                    | event | -
        {"id": 4, "data": {}}                 | event | 4
        {"event": 7, "id": 4}                 | event | 4
        {"event": {"a": 1}, "id": 4}          | event | 4
        {"event": "e", "id": 1.5}             | id    | -
        {"event": "e", "id": true}            | id    | -
        {"event": "e", "id": ""}              | id    | -
        {"event": "e", "id": "\\ud800"}       | id    | -
        {"event": "e", "id": {"a": [1]}}      | id    | -
        {"event": "e", "id": 4, "data": []}   | data  | 4
        {"event": "e", "id": 4, "data": "x"}  | data  | 4
        {"event": "e", "id": 4} {"event": "f"} | frame | 4
        """)
    void refuses(String text, String field, @Nullable String id) {
        assertThat(reader.read(text)).isInstanceOfSatisfying(Inbound.Refused.class, refused -> {
            assertThat(refused.refusal().field()).isEqualTo(field);
            assertThat(refused.refusal().message()).startsWith(field + ": ");
            assertThat(refused.id()).isEqualTo(id == null ? null : new FrameId.Whole(id));
        });
    }

    @Test
    void boundsTheLengthOfAnId() {
        assertThat(reader.read("{\"event\":\"e\",\"id\":\"" + "i".repeat(64) + "\"}"))
                .isInstanceOf(Inbound.Named.class);
        assertThat(reader.read("{\"event\":\"e\",\"id\":\"" + "i".repeat(65) + "\"}"))
                .isInstanceOf(Inbound.Refused.class);
    }

    @Test
    void neverQuotesWhatItCouldNotRead() {
        var alien = (Inbound.Alien) reader.read("{\"event\":\"e\",\"data\":{\"content\":\"confidential\" oops}}");
        assertThat(alien.refusal().message()).doesNotContain("confidential").contains("malformed JSON near character");
    }
}
