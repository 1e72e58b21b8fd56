package dev.parley.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** How long the cluster waits fits how long the services take. */
class TimesTest {

    /** A start that waits for Jobs is not ended for it, neither by the probe nor by the roll-out. */
    @ParameterizedTest
    @EnumSource
    void letsAStartWaitForJobs(Overlay overlay) {
        var waits = Map.of(Program.GATEWAY, List.of("parley.commands.start-timeout"),
                Program.PERSISTENCE, List.of("parley.setup.patience", "parley.writer.start-timeout"),
                Program.SEARCH, List.of("parley.setup.patience", "parley.search.indexing.start-timeout"));
        waits.forEach((program, names) -> {
            var told = Told.service(overlay, program);
            var probe = container(told).path("startupProbe");
            var probed = seconds(probe.path("periodSeconds")).multipliedBy(probe.path("failureThreshold").asInt());
            var rollOut = seconds(told.workload().manifest().spec().path("progressDeadlineSeconds"));
            assertThat(names).allSatisfy(name -> assertThat(told.duration(name))
                    .isGreaterThan(Duration.ofMinutes(5)).isLessThan(probed).isLessThan(rollOut));
        });
    }

    @ParameterizedTest
    @EnumSource
    void givesAGatewayTheTimeToSendEveryoneElsewhere(Overlay overlay) {
        var told = Told.service(overlay, Program.GATEWAY);
        assertThat(grace(told)).isGreaterThan(hook(told)
                .plus(told.duration("parley.gateway.shutdown.reconnect-spread"))
                .plus(told.duration("parley.gateway.shutdown.timeout"))
                .plus(told.duration("parley.commands.deadlines.close"))
                .plusSeconds(5));
    }

    @ParameterizedTest
    @EnumSource
    void givesTheOthersTheTimeToFinish(Overlay overlay) {
        for (var program : List.of(Program.PERSISTENCE, Program.SEARCH)) {
            var told = Told.service(overlay, program);
            assertThat(grace(told)).as(told.toString()).isGreaterThan(
                    hook(told).plus(told.duration("spring.lifecycle.timeout-per-shutdown-phase").multipliedBy(2)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void asksForLifeWithoutAskingForEngines(Overlay overlay) {
        for (var program : Program.values()) {
            var container = container(Told.service(overlay, program));
            assertThat(container.path("livenessProbe").path("httpGet").path("path").asString())
                    .isEqualTo("/actuator/health/liveness");
            assertThat(container.path("readinessProbe").path("httpGet").path("path").asString())
                    .isEqualTo("/actuator/health/readiness");
        }
    }

    private static Duration grace(Told told) {
        return seconds(told.workload().pod().path("terminationGracePeriodSeconds"));
    }

    private static Duration hook(Told told) {
        var hook = seconds(container(told).path("lifecycle").path("preStop").path("sleep").path("seconds"));
        assertThat(hook).isPositive();
        return hook;
    }

    private static JsonNode container(Told told) {
        return told.workload().containers().findFirst().orElseThrow();
    }

    private static Duration seconds(JsonNode number) {
        return Duration.ofSeconds(number.asInt());
    }
}
