package dev.parley.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contractcheck.SocketContract;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DocumentedCloseCodesTest {

    @Test
    void documentsEveryCloseCode() {
        var documented = SocketContract.ofRepository().listed("CloseCode").stream()
                .map(code -> code.path("const"))
                .map(JsonNode::asInt)
                .toList();
        var closedByTheServerItself = Stream.of(1009);
        var closedByUs = Arrays.stream(CloseCode.values()).map(CloseCode::number);
        assertThat(documented).containsExactlyInAnyOrderElementsOf(
                Stream.concat(closedByTheServerItself, closedByUs).toList());
    }
}
