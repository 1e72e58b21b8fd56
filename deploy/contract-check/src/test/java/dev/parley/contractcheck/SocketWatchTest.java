package dev.parley.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.contractcheck.Coverage.Item;
import dev.parley.contractcheck.Coverage.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SocketWatchTest {

    private static final String CONVERSATION = "1f0c9e0a-7b1d-8c52-9a44-3f6f0f7e2a11";
    private static final String MESSAGE = "0190163d-8694-739b-aea5-966c26f8ad91";
    private static final String SENT = """
        {"event":"ack","id":%s,"data":{"messageId":"%s","conversationId":"%s","status":"sent",\
        "acceptedAt":"2026-11-22T19:00:01.250Z"}}""";
    private static final String NEW_MESSAGE = """
        {"event":"message:new","data":{"conversationId":"%s","seq":17,"changedSeq":17,"messageId":"%s",\
        "senderId":"alice","content":"Hello!","sentAt":"2026-11-22T19:00:01.250Z","status":"sent"}}"""
            .formatted(CONVERSATION, MESSAGE);
    private static final String ERROR = """
        {"event":"error","id":%s,"data":{"code":"CHAT_MESSAGE_EMPTY","message":"content: blank","retryable":false}}""";

    private final SocketContract contract = SocketContract.of(Document.asyncapi());
    private final SocketWatch watch = contract.watch();

    @Test
    void takesWhatIsDocumented() {
        watch.received(NEW_MESSAGE);
        watch.sent("{\"event\":\"message:send\",\"id\":1,\"data\":{\"recipientId\":\"bob\",\"content\":\"Hello!\"}}");
        watch.received(SENT.formatted(1, MESSAGE, CONVERSATION));
        watch.sent("{\"event\":\"ping\",\"id\":\"p\"}");
        watch.received("{\"event\":\"ack\",\"id\":\"p\",\"data\":{\"status\":\"accepted\"}}");
        watch.sent("{\"event\":\"message:read\",\"data\":{\"conversationId\":\"" + CONVERSATION + "\",\"seq\":17}}");
        assertThatCode(watch::verify).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "seq":17                                            | "seq":"17"                     | /data/seq
        "seq":17                                            | "seq":17.5                     | /data/seq
        "seq":17                                            | "seq":0                        | /data/seq
        "seq":17,                                           | ``                             | seq
        "content":"Hello!"                                  | "content":7                    | /data/content
        "status":"sent"                                     | "status":"gone"                | /data/status
        "status":"sent"                                     | "status":"sent","colour":"red" | colour
        "2026-11-22T19:00:01.250Z"                          | "2026-11-22T19:00:01Z"         | /data/sentAt
        "conversationId":"1f0c9e0a-7b1d-8c52-9a44-3f6f0f7e2a11" | "conversationId":"1F0C9E0A-7B1D-8C52-9A44-3F6F0F7E2A11" | /data/conversationId
        "event":"message:new"                               | "event":"message:fresh"        | message:fresh
        """)
    void catchesWhatIsNot(String right, String wrong, String where) {
        watch.received(NEW_MESSAGE.replace(right, wrong));
        assertThatExceptionOfType(ContractViolation.class)
                .isThrownBy(watch::verify)
                .withMessageContaining(where)
                .withMessageContaining("asyncapi.yaml");
    }

    @Test
    void saysWhichShapeAMemberBreaks() {
        watch.received(NEW_MESSAGE.replace("\"seq\":17", "\"seq\":\"17\""));
        assertThatExceptionOfType(ContractViolation.class)
                .isThrownBy(watch::verify)
                .withMessageContaining("value at /data/seq")
                .withMessageContaining("#/components/messages/messageNew/payload")
                .withMessageContaining("#/components/schemas/Seq/type");
    }

    @Test
    void letsClientsSayMoreThanIsDocumented() {
        watch.sent("{\"event\":\"typing:start\",\"data\":{\"conversationId\":\"" + CONVERSATION + "\",\"mood\":1}}");
        assertThatCode(watch::verify).doesNotThrowAnyException();
    }

    @Test
    void judgesAQuestionOnlyIfItWasTaken() {
        watch.sent("{\"event\":\"message:send\",\"id\":1,\"data\":{\"content\":\"\"}}");
        watch.received(ERROR.formatted(1));
        assertThatCode(watch::verify).doesNotThrowAnyException();
        watch.sent("{\"event\":\"message:send\",\"id\":2,\"data\":{\"content\":\"\"}}");
        watch.received(SENT.formatted(2, MESSAGE, CONVERSATION));
        assertThatExceptionOfType(ContractViolation.class).isThrownBy(watch::verify).withMessageContaining("content");
    }

    @Test
    void catchesNonsenseThatIsNotSentOnPurpose() {
        watch.sent("{");
        assertThatExceptionOfType(ContractViolation.class).isThrownBy(watch::verify).withMessageContaining("not JSON");
    }

    @Test
    void catchesTheAckOfAnotherQuestion() {
        watch.sent("{\"event\":\"ping\",\"id\":1}");
        watch.received(SENT.formatted(1, MESSAGE, CONVERSATION));
        assertThatExceptionOfType(ContractViolation.class).isThrownBy(watch::verify).withMessageContaining("/data");
    }

    @Test
    void catchesAnAckThatNobodyAskedFor() {
        watch.received(SENT.formatted(9, MESSAGE, CONVERSATION));
        assertThatExceptionOfType(ContractViolation.class).isThrownBy(watch::verify).withMessageContaining("/id: 9");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"event\":\"ack\"", "[]", "\"x\"", "{\"event\":7}",
            "{\"event\":\"error\",\"data\":{\"code\":\"CHAT_OOPS\",\"message\":\"m\",\"retryable\":false}}",
            "{\"event\":\"conversation:updated\",\"data\":{\"conversationId\":\"" + CONVERSATION + "\",\"seq\":1}}"})
    void catchesWhatIsNoFrame(String text) {
        watch.received(text);
        assertThatExceptionOfType(ContractViolation.class).isThrownBy(watch::verify);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"event\":\"nonsense\"}", "{\"event\":\"nonsense\",\"id\":1}"})
    void letsATestSayNonsenseOnPurpose(String text) {
        watch.sentOnPurpose(text);
        watch.received(ERROR.formatted(1));
        assertThatCode(watch::verify).doesNotThrowAnyException();
    }

    @Test
    void tellsWhatWasSeen() {
        watch.sent("{\"event\":\"ping\",\"id\":1}");
        watch.received("{\"event\":\"ack\",\"id\":1,\"data\":{\"status\":\"accepted\"}}");
        watch.received(ERROR.formatted(2));
        watch.received(NEW_MESSAGE);
        assertThat(contract.coverage().missing())
                .doesNotContain(
                        new Item(Kind.CLIENT_EVENT, "ping"),
                        new Item(Kind.ACK, "ping"),
                        new Item(Kind.SERVER_EVENT, "message:new"))
                .contains(new Item(Kind.CLIENT_EVENT, "message:send"), new Item(Kind.SERVER_EVENT, "sync:required"));
        assertThat(contract.coverage().report()).contains("1  ERROR CHAT_MESSAGE_EMPTY", "0  ACK sync");
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
