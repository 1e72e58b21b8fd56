package dev.parley.gateway.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contractcheck.SocketContract;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentedReasonsTest {

    @Test
    void documentsWhyClientsHaveToSync() {
        // One session has a reason of its own: its route was registered after it had been let in.
        var known = Stream.concat(Arrays.stream(LossReason.values()).map(LossReason::code),
                Stream.of("route_was_late"));
        assertThat(SocketContract.ofRepository().listed("SyncReason"))
                .map(reason -> reason.path("const").asString())
                .containsExactlyInAnyOrderElementsOf(known.toList());
    }
}
