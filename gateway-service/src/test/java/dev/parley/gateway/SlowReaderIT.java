package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.Engines;
import dev.parley.engines.testing.WithEngines;
import dev.parley.gateway.session.Sessions;
import dev.parley.gateway.testing.ChatClient;
import dev.parley.gateway.testing.RunningGateway;
import dev.parley.gateway.testing.SharedEngines;
import dev.parley.gateway.testing.Tokens;
import dev.parley.gateway.testing.Writer;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** One client that does not read is no other client's business. */
@WithEngines({EngineKind.KAFKA, EngineKind.REDIS})
class SlowReaderIT {

    @Test
    void closesTheSlowReaderAndNobodyElse() {
        var redis = Engines.redis().url();
        try (var gateway = RunningGateway.start(SharedEngines.kafka(), redis, Map.of(
                "parley.gateway.outbound.bytes", "256KB", "parley.gateway.outbound.close-grace", "30s"));
                var writer = new Writer(redis);
                var slow = ChatClient.open(gateway.socket(), Tokens.of("slow"), 1);
                var quick = ChatClient.ready(gateway.socket(), "quick")) {
            slow.await("session:ready");
            var sessions = gateway.bean(Sessions.class);
            var text = "x".repeat(5_000);
            var count = 2_000;
            for (var seq = 1; seq <= count; seq++) {
                writer.push("quick", Writer.message("slow", "quick", seq, text));
            }
            for (var seq = 1; seq <= count; seq++) {
                assertThat(quick.await("message:new").at("/data/seq").asInt()).isEqualTo(seq);
            }
            slow.readOn();
            assertThat(slow.closeCode()).isEqualTo(4408);
            assertThat(slow.pending()).isLessThan(count);
            Awaitility.await().until(() -> sessions.count() == 1);
            assertThat(quick.isClosed()).isFalse();
        }
    }
}
