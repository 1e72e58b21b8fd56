package dev.parley.gateway.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.protocol.Fields;
import dev.parley.gateway.protocol.Fields.Value;
import dev.parley.gateway.protocol.FrameId;
import dev.parley.gateway.protocol.Inbound;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketReaderTest {

    private static final int FRAME_BYTES = 4_096;

    private final PacketReader reader = new PacketReader(FRAME_BYTES);

    @Test
    void readsWhatEngineIoAsksOfClients() {
        assertThat(reader.read("3")).isEqualTo(new Packet.Pong());
        assertThat(reader.read("1")).isEqualTo(new Packet.Close());
    }

    @Test
    void readsAConnectWithItsPayload() {
        assertThat(reader.read("40")).isEqualTo(new Packet.Connect("/", Fields.NONE, "{}"));
        assertThat(reader.read("40{\"token\":\"t\",\"since\":{\"a\":[1]}}")).isEqualTo(new Packet.Connect(
                "/",
                new Fields(Map.of("token", new Value.Text("t"), "since", new Value.Other("an object"))),
                "{\"token\":\"t\",\"since\":{\"a\":[1]}}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        40/custom         | /custom
        40/custom,        | /custom
        40/custom,{}      | /custom
        40/,              | /
        40/a/b?c=1,{}     | /a/b?c=1
        40/custom{"a":1}  | /custom{"a":1}
        """)
    void readsTheNamespaceToTheFirstCommaOrTheEnd(String text, String namespace) {
        assertThat(reader.read(text)).isEqualTo(new Packet.Connect(namespace, Fields.NONE, "{}"));
    }

    @Test
    void readsADisconnectWithAndWithoutTheComma() {
        assertThat(reader.read("41")).isEqualTo(new Packet.Disconnect("/"));
        assertThat(reader.read("41/custom")).isEqualTo(new Packet.Disconnect("/custom"));
        assertThat(reader.read("41/custom,")).isEqualTo(new Packet.Disconnect("/custom"));
    }

    @Test
    void readsAnEventWithItsDataAndAckId() {
        var json = "[\"message:send\",{\"content\":\"Hé, you, [1]\",\"n\":7,\"gone\":null}]";
        var data = new Arguments.Data(
                new Fields(Map.of("content", new Value.Text("Hé, you, [1]"), "n", new Value.Whole("7"))));
        assertThat(reader.read("42" + json)).isEqualTo(new Packet.Event("/", null, "message:send", data, json));
        assertThat(reader.read("42456" + json))
                .isEqualTo(new Packet.Event("/", new FrameId.Whole("456"), "message:send", data, json));
        assertThat(reader.read("42/custom,0" + json))
                .isEqualTo(new Packet.Event("/custom", new FrameId.Whole("0"), "message:send", data, json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"ping\"]", "[\"ping\",null]", "[\"ping\",{}]", "[\"ping\" , { } ] "})
    void takesNoDataForEmptyData(String json) {
        var event = (Packet.Event) reader.read("42" + json);
        assertThat(Arguments.request(event)).isEqualTo(new Inbound.Named("ping", null, Fields.NONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ["e","text"]        | a string
        ["e",12]            | a number
        ["e",[{"a":1}]]     | an array
        ["e",{},{}]         | 2 arguments
        ["e",[1],[2],null]  | 3 arguments
        """)
    void refusesOtherArgumentsUnderTheAckId(String json, String found) {
        var event = (Packet.Event) reader.read("427" + json);
        assertThat(Arguments.request(event)).isInstanceOfSatisfying(Inbound.Refused.class, refused -> {
            assertThat(refused.id()).isEqualTo(new FrameId.Whole("7"));
            assertThat(refused.refusal().message()).isEqualTo("data: " + found + " (expected: one object)");
        });
    }

    @Test
    void readsAckIdsUpToWhatADoubleHoldsAndEchoesThemAsText() {
        assertThat(((Packet.Event) reader.read("429007199254740992[\"e\"]")).id())
                .isEqualTo(new FrameId.Whole("9007199254740992"));
        assertThat(((Packet.Event) reader.read("42007[\"e\"]")).id()).isEqualTo(new FrameId.Whole("007"));
    }

    @Test
    void readsTheAnswerToAnEventThatItNeverSent() {
        assertThat(reader.read("435[]")).isEqualTo(new Packet.Ack("/"));
        assertThat(reader.read("43/custom,5[{\"a\":[1]},2]")).isEqualTo(new Packet.Ack("/custom"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", " ", "abc", "b4AQI=", "0", "0{}", "2", "2probe", "3probe", "5", "6", "7", "1x", "4", "4abc", "47",
            "41{}", "417", "41/custom,{}", "40[]", "40null", "40\"t\"", "40 {}", "405{}", "40{\"a\":1}x",
            "40{\"a\":1}{}",
            "42", "42{}", "42[]", "42[1]", "42[null]", "42[[\"e\"]]", "42 [\"e\"]", "42abc[\"e\"]", "42\u0663[\"e\"]",
            "42-1[\"e\"]", "42 1[\"e\"]", "42[\"e\"", "42[\"e\"]x", "42[\"e\"][]", "42[\"e\",]", "42['e']", "42\"e\"",
            "42[\"connect\"]", "42[\"connect_error\"]", "42[\"disconnect\"]", "42[\"disconnecting\"]",
            "42[\"newListener\"]", "42[\"removeListener\",{}]", "42[\"e\",{\"a\":1,\"a\":2}]", "42/custom",
            "429007199254740993[\"e\"]", "4299999999999999999999[\"e\"]", "43[]", "435", "435{}", "435[", "43[1]",
            "44{\"message\":\"x\"}", "44", "452-[\"e\",{\"_placeholder\":true,\"num\":0}]", "462-7[]", "45[\"e\"]",
            "48[\"e\"]"})
    void endsTheConnectionFor(String text) {
        assertThat(reader.read(text)).isInstanceOf(Packet.Malformed.class);
    }

    @Test
    void boundsLengthDepthAndNamespace() {
        assertThat(reader.read("42[\"" + "e".repeat(FRAME_BYTES - 6) + "\"]")).isInstanceOf(Packet.Event.class);
        assertThat(reader.read("42[\"" + "e".repeat(FRAME_BYTES - 5) + "\"]")).isInstanceOf(Packet.Malformed.class);
        assertThat(reader.read("42[\"e\"," + "[".repeat(15) + "]".repeat(15) + "]")).isInstanceOf(Packet.Event.class);
        assertThat(reader.read("42[\"e\"," + "[".repeat(16) + "]".repeat(16) + "]"))
                .isInstanceOf(Packet.Malformed.class);
        assertThat(reader.read("40/" + "n".repeat(127))).isInstanceOf(Packet.Connect.class);
        assertThat(reader.read("40/" + "n".repeat(128))).isInstanceOf(Packet.Malformed.class);
    }

    @Test
    void neverShowsTokensAndMessages() {
        assertThat(reader.read("40{\"token\":\"confidential\"}").toString()).doesNotContain("confidential");
        assertThat(reader.read("42[\"e\",{\"content\":\"confidential\"}]").toString()).doesNotContain("confidential");
        assertThat(reader.read("42[\"e\",{\"content\":\"confidential\" oops}]").toString())
                .doesNotContain("confidential")
                .contains("malformed JSON");
    }
}
