package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.parley.load.group.GroupLoad;

/** The load generator against a small group: it measures, and it says when something is amiss. */
@ExtendWith(SharedStack.class)
class GroupLoadIT {

    private static final List<String> SMALL = List.of("--members", "20", "--senders", "4", "--rate", "50", "--seconds",
            "3");

    private record Report(int status, String out) {}

    @Test
    void reportsHowFastAGroupHearsAndThatNothingWasLost(SharedStack.Running running) throws Exception {
        var stack = running.stack();
        var report = load(running, List.of("--gateway", stack.gateway(1).toString(), "--gateway",
                stack.gateway(2).toString(), "--timeout", "60", "--search", "10"));
        assertThat(report.status()).as(report.out()).isZero();
        assertThat(report.out()).contains("1 groups of 20 members, all connected")
                .containsPattern("sent 150 messages in 3 s, 2,850 deliveries, [1-9][0-9,]* deliveries/s")
                .containsPattern("p50 [0-9,.]+ ms +p95 [0-9,.]+ ms +p99 [0-9,.]+ ms")
                .containsPattern("searchable after: p50 [0-9,.]+ ms +p95 [0-9,.]+ ms +p99 [0-9,.]+ ms +max [0-9,.]+ ms "
                        + "[(][1-9][0-9]* messages, 0 not found[)]")
                .contains("checked: nothing lost, nothing twice, nothing out of order");
    }

    @Test
    void failsWhereNotEveryMemberCanConnect(SharedStack.Running running) throws Exception {
        // A door that does not speak the protocol.
        var deaf = "ws://127.0.0.1:" + running.stack().rest().getPort();
        var report = load(running, List.of("--gateway", deaf, "--timeout", "2"));
        assertThat(report.status()).isEqualTo(1);
        assertThat(report.out()).contains("failed: not everyone has connected and caught up within 2 s");
    }

    private static Report load(SharedStack.Running running, List<String> more) throws InterruptedException {
        var arguments = new ArrayList<>(SMALL);
        arguments.addAll(List.of("--rest", running.stack().rest().toString(), "--search-rest",
                running.stack().search().toString(), "--secret-file", running.stack().secretFile().toString()));
        arguments.addAll(more);
        var out = new ByteArrayOutputStream();
        var status = GroupLoad.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Report(status, out.toString(StandardCharsets.UTF_8));
    }
}
