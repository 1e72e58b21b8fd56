package dev.parley.gateway.protocol.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.protocol.Answers;
import dev.parley.gateway.protocol.FrameId;
import dev.parley.gateway.protocol.Refusal;
import dev.parley.gateway.protocol.SessionEvents;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SocketIoFramingTest {

    private static final SocketIoFraming FRAMING = SocketIoFraming.MAIN;
    private static final Refusal REFUSAL = Refusal.of(ErrorCode.CHAT_MESSAGE_EMPTY, "content", "content: blank");

    @Test
    void writesAnEventWithItsDataAsTheOnlyArgument() {
        assertThat(FRAMING.event(SessionEvents.syncRequired("why"))).asString(UTF_8)
                .isEqualTo("42[\"sync:required\",{\"reason\":\"why\"}]");
    }

    @Test
    void writesAcksThatSayWhetherItWentWell() {
        assertThat(FRAMING.ack(new FrameId.Whole("007"), Answers.accepted())).asString(UTF_8)
                .isEqualTo("43007[{\"ok\":{\"status\":\"accepted\"}}]");
        assertThat(FRAMING.error(new FrameId.Whole("0"), REFUSAL)).asString(UTF_8).isEqualTo("""
            430[{"error":{"code":"CHAT_MESSAGE_EMPTY","message":"content: blank","retryable":false,\
            "errors":[{"field":"content","message":"content: blank"}]}}]""");
    }

    @Test
    void writesAnErrorThatNobodyWaitsForAsAnEvent() {
        assertThat(FRAMING.error(null, REFUSAL)).asString(UTF_8)
                .startsWith("42[\"error\",{\"code\":\"CHAT_MESSAGE_EMPTY\",");
    }

    @Test
    void pingsAndSaysFarewellInText() {
        assertThat(FRAMING.ping()).asString(UTF_8).isEqualTo("2");
        assertThat(FRAMING.farewell()).asString(UTF_8).isEqualTo("41");
    }

    @Test
    void opensAConnection() {
        assertThat(Packets.open("id", Duration.ofSeconds(25), Duration.ofSeconds(20), 65_536)).asString(UTF_8)
                .isEqualTo(
                        "0{\"sid\":\"id\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":65536}");
    }

    @Test
    void writesNamespacesOtherThanTheMainOneWithAComma() {
        assertThat(Packets.connected("/", "s")).asString(UTF_8).isEqualTo("40{\"sid\":\"s\"}");
        assertThat(Packets.connected("/custom", "s")).asString(UTF_8).isEqualTo("40/custom,{\"sid\":\"s\"}");
        assertThat(Packets.refused("/random", "Invalid namespace", null)).asString(UTF_8)
                .isEqualTo("44/random,{\"message\":\"Invalid namespace\"}");
        assertThat(Packets.refused("/", "a \"b\"", "{\"c\":1}".getBytes(UTF_8))).asString(UTF_8)
                .isEqualTo("44{\"message\":\"a \\\"b\\\"\",\"data\":{\"c\":1}}");
        assertThat(Packets.event("/custom", "auth", "{}".getBytes(UTF_8))).asString(UTF_8)
                .isEqualTo("42/custom,[\"auth\",{}]");
        assertThat(Packets.ack("/custom", new FrameId.Whole("3"), "[1]".getBytes(UTF_8))).asString(UTF_8)
                .isEqualTo("43/custom,3[1]");
    }

    @Test
    void hasNoPlaceForAnAckIdThatIsText() {
        assertThatIllegalArgumentException().isThrownBy(
                () -> FRAMING.ack(new FrameId.Text("a"), Answers.accepted()));
    }
}
