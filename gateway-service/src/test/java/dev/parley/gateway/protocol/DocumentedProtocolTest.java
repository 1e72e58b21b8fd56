package dev.parley.gateway.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contractcheck.SocketContract;
import dev.parley.contracts.ErrorCode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DocumentedProtocolTest {

    private final SocketContract document = SocketContract.ofRepository();

    @Test
    void documentsEveryEventOfClients() {
        assertThat(document.clientEvents())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ClientEventName.values()).map(ClientEventName::wireName).toList());
    }

    @Test
    void documentsEveryEventOfTheGateway() {
        assertThat(document.serverEvents())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ServerEventName.values()).map(ServerEventName::wireName).toList());
    }

    @Test
    void documentsEveryReasonToClose() {
        assertThat(document.listed("ClosingReason")).extracting(reason -> reason.path("const").asString())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ClosingReason.values()).map(ClosingReason::wireName).toList());
    }

    @Test
    void documentsEveryErrorCode() {
        var documented = document.listed("ErrorCode").stream()
                .map(code -> code.path("const").asString() + " " + code.path("x-http-status").asInt() + " "
                        + code.path("x-retryable").asBoolean())
                .toList();
        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ErrorCode.values())
                        .map(code -> code + " " + code.httpStatus() + " " + code.isRetryable())
                        .toList());
    }
}
