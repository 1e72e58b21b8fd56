package dev.parley.gateway.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contractcheck.SocketContract;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DocumentedReasonsTest {

    @Test
    void documentsWhyClientsHaveToSync() {
        assertThat(SocketContract.ofRepository().listed("SyncReason"))
                .map(reason -> reason.path("const").asString())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(LossReason.values()).map(LossReason::code).toList());
    }
}
