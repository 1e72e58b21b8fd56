package dev.parley.contractcheck;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketWatchTest {

    private static final String CONVERSATION = "1f0c9e0a-7b1d-8c52-9a44-3f6f0f7e2a11";
    private static final String SEND = "4217[\"message:send\",{\"recipientId\":\"bob\",\"content\":\"Hello!\"}]";
    private static final String SENT = """
        4317[{"ok":{"messageId":"0190163d-8694-739b-aea5-966c26f8ad91","conversationId":"%s","status":"sent",\
        "acceptedAt":"2026-11-22T19:00:01.250Z"}}]""".formatted(CONVERSATION);
    private static final String REFUSED = """
        43%s[{"error":{"code":"CHAT_MESSAGE_EMPTY","message":"content: blank","retryable":false}}]""";

    private final PacketWatch watch = SocketContract.of(Document.asyncapi()).watchPackets();

    @Test
    void takesWhatIsDocumented() {
        watch.received("0{\"sid\":\"x\",\"upgrades\":[],\"pingInterval\":1,\"pingTimeout\":1,\"maxPayload\":1}");
        watch.sent("40{\"token\":\"t\"}");
        watch.received("40{\"sid\":\"y\"}");
        watch.received("2");
        watch.sent("3");
        watch.sent(SEND);
        watch.received(SENT);
        watch.sent("420[\"message:send\",{\"content\":\"\"}]");
        watch.received(REFUSED.formatted(0));
        watch.sent("42[\"message:read\",{\"conversationId\":\"" + CONVERSATION + "\",\"seq\":17}]");
        watch.received("42[\"sync:required\",{\"reason\":\"reconnected\"}]");
        watch.sent("41");
        assertThatCode(watch::verify).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        `"status":"sent"` | `"status":"gone"`    | /data/status
        `{"ok":`          | `{"done":`           | done
        `}}]`             | `}},7]`              | at most 1
        4317              | 4318                 | /id: 18
        4317              | 43                   | pattern
        4317              | 4517                 | pattern
        `4317[`           | `4317`               | pattern
        `"conversationId"`| `conversationId`     | not JSON
        """)
    void catchesAnAnswerThatIsNot(String right, String wrong, String where) {
        watch.sent(SEND);
        watch.received(SENT.replace(right, wrong));
        assertThatExceptionOfType(ContractViolation.class).isThrownBy(watch::verify).withMessageContaining(where);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "42[\"no:such\",{}]", "42[]", "42[\"sync:required\",{\"reason\":\"reconnected\"},\"offset\"]",
            "42[\"sync:required\",{\"reason\":\"boredom\"}]", "42[\"sync:required\"]", "40", "40{}",
            "0{\"sid\":\"x\"}", "44{}", "44{\"message\":\"m\",\"data\":{\"code\":\"CHAT_OOPS\"}}", "4", "x", ""})
    void catchesAPacketThatIsNone(String text) {
        watch.received(text);
        assertThatExceptionOfType(ContractViolation.class).isThrownBy(watch::verify);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "5", "43[]", "42{}", "42[\"ping\",{},{}]", "42[\"no:such\",{}]", "42[7]"})
    void catchesAPacketThatNoClientMaySend(String text) {
        watch.sent(text);
        assertThatExceptionOfType(ContractViolation.class).isThrownBy(watch::verify);
    }

    @Test
    void judgesAConnectOnlyIfItWasTaken() {
        watch.sent("40{\"token\":7}");
        watch.received("44{\"message\":\"token: missing\"}");
        assertThatCode(watch::verify).doesNotThrowAnyException();
        watch.sent("40{\"token\":7}");
        watch.received("40{\"sid\":\"y\"}");
        assertThatExceptionOfType(ContractViolation.class)
                .isThrownBy(watch::verify)
                .withMessageContaining("/token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4abc", "42{}", "42[", "421[\"no:such\"]"})
    void letsATestSayNonsenseOnPurpose(String text) {
        watch.sentOnPurpose(text);
        watch.received(REFUSED.formatted(1));
        assertThatCode(watch::verify).doesNotThrowAnyException();
    }

    @Test
    void canBeAskedTwice() {
        watch.received("x");
        assertThatExceptionOfType(ContractViolation.class).isThrownBy(() -> {
            try (AutoCloseable _ = watch::verify) {
                watch.verify();
            }
        });
    }
}
