package dev.parley.gateway.protocol.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.protocol.Answers;
import dev.parley.gateway.protocol.ClosingReason;
import dev.parley.gateway.protocol.FrameId;
import dev.parley.gateway.protocol.Refusal;
import dev.parley.gateway.protocol.SessionEvents;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JsonFramingTest {

    @Test
    void writesAnAckUnderTheIdAsItWasGiven() {
        assertThat(text(JsonFraming.CHAT_V1.ack(new FrameId.Whole("-0"), Answers.accepted())))
                .isEqualTo("{\"event\":\"ack\",\"id\":-0,\"data\":{\"status\":\"accepted\"}}");
        assertThat(text(JsonFraming.CHAT_V1.ack(new FrameId.Text("a\"é\n"), Answers.accepted())))
                .isEqualTo("{\"event\":\"ack\",\"id\":\"a\\\"é\\n\",\"data\":{\"status\":\"accepted\"}}");
    }

    @Test
    void writesAnErrorWithItsFieldAndWithoutAnId() {
        var refusal = Refusal.of(ErrorCode.CHAT_MESSAGE_EMPTY, "content", "content: blank");
        assertThat(text(JsonFraming.CHAT_V1.error(null, refusal))).isEqualTo("""
            {"event":"error","data":{"code":"CHAT_MESSAGE_EMPTY","message":"content: blank","retryable":false,\
            "errors":[{"field":"content","message":"content: blank"}]}}""");
    }

    @Test
    void saysWhatMayBeTriedAgain() {
        var refusal = Refusal.of(ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE, "later");
        assertThat(text(JsonFraming.CHAT_V1.error(new FrameId.Whole("1"), refusal))).isEqualTo(
                """
                    {"event":"error","id":1,"data":{"code":"CHAT_TEMPORARILY_UNAVAILABLE","message":"later","retryable":true}}""");
    }

    @Test
    void saysWhenToTryAgain() {
        var refusal = Refusal.overLimit("messages: too many", Duration.ofMillis(5_900));
        assertThat(text(JsonFraming.CHAT_V1.error(new FrameId.Whole("1"), refusal))).isEqualTo("""
            {"event":"error","id":1,"data":{"code":"CHAT_RATE_LIMIT_EXCEEDED","message":"messages: too many",\
            "retryable":true,"retryAfterMs":5900}}""");
    }

    @Test
    void writesAnEvent() {
        assertThat(text(JsonFraming.CHAT_V1.event(
                SessionEvents.closing(ClosingReason.TOO_MANY_SESSIONS, Duration.ofMillis(1_500)))))
                .isEqualTo("{\"event\":\"session:closing\",\"data\":{\"reason\":\"too_many_sessions\","
                        + "\"reconnectAfterMs\":1500}}");
    }

    private static String text(byte[] frame) {
        return new String(frame, UTF_8);
    }
}
