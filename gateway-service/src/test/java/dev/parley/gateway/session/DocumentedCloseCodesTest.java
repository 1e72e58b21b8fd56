package dev.parley.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contractcheck.SocketContract;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DocumentedCloseCodesTest {

    @Test
    void documentsEveryCloseCode() {
        var documented = SocketContract.ofRepository().listed("CloseCode").stream()
                .map(code -> code.path("const"))
                .map(JsonNode::asInt)
                .toList();
        // The server closes with these by itself.
        assertThat(documented).contains(1000, 1009).containsAll(
                Arrays.stream(CloseCode.values()).map(CloseCode::number).toList());
    }
}
