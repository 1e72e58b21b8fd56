package dev.parley.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which value of a metric gives how many instances, with the numbers of the production overlay. */
class ScalingTest {

    private static final Pattern QUERY = Pattern.compile(
            "min_over_time\\(max\\((\\w+)\\{namespace=\"parley\"}\\)\\[(\\d+)m:10s]\\)");

    /** In which partitions of a writer that is gone have another one. */
    private static final Duration TAKE_OVER = Duration.ofSeconds(10);

    private static Autoscaler scaler(String kind, String name) {
        return Autoscaler.of(Overlay.PRODUCTION.manifests().get(kind, name));
    }

    @ParameterizedTest(name = "{0} gateways with {1} sockets and {2} % become {3}")
    @CsvSource({
            "3, 0, 5, 3",
            "3, 24000, 30, 3",
            // Up to a tenth more changes nothing.
            "3, 26000, 30, 3",
            "3, 26500, 30, 4",
            "3, 80000, 30, 10",
            "10, 80000, 65, 10",
            // The processor asks for more than the sockets do.
            "10, 80000, 90, 15",
            "10, 40000, 20, 5",
            "5, 0, 5, 3",
            "20, 1000000, 30, 30"})
    void countsGatewaysBySocketsAndProcessor(int present, int sockets, int utilization, int expected) {
        assertThat(scaler("HorizontalPodAutoscaler", "gateway").bySocketsAndProcessor(present, sockets, utilization))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} writers with a lag of {1} s become {2}")
    @CsvSource({
            "2, 0, 2", "2, 10, 2", "2, 10.9, 2", "2, 11.5, 3", "2, 15, 3", "3, 16, 3", "3, 30, 6", "6, 30, 6",
            "6, 58, 12",
            "12, 600, 12", "12, 0.5, 2"})
    void countsWritersByTheSecondsThatCommandsWait(int present, double lag, int expected) {
        assertThat(scaler("ScaledObject", "persistence").byTrigger(present, lag)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} of search with a lag of {1} s become {2}")
    @CsvSource({"2, 0, 2", "2, 20, 2", "2, 25, 3", "3, 60, 6", "6, 3600, 12", "12, 1, 2"})
    void countsSearchByTheSecondsThatEventsWait(int present, double lag, int expected) {
        assertThat(scaler("ScaledObject", "search").byTrigger(present, lag)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"persistence", "search"})
    void asksForTheLagThatLasts(String name) throws IOException {
        var query = QUERY.matcher(query(name));
        assertThat(query.matches()).as(query(name)).isTrue();
        assertThat(query.group(1))
                .isEqualTo(name.equals("search") ? "parley_search_lag_seconds" : "parley_writer_lag_seconds");
        assertThat(Path.of(System.getProperty("parley.root"), "docs", "metrics.md")).content()
                .contains("`" + query.group(1) + "`", "`parley_gateway_sessions`");
        assertThat(Duration.ofMinutes(Integer.parseInt(query.group(2)))).isGreaterThan(TAKE_OVER.multipliedBy(4));
    }

    /** A change of hands lets the lag rise for some seconds; that must not lead to the next one. */
    @Test
    void staysAsItIsWhilePartitionsChangeHands() {
        var lag = IntStream.rangeClosed(0, 12).mapToDouble(look -> look == 5 || look == 6 ? 60 : 0.2);
        assertThat(scaler("ScaledObject", "persistence").byTrigger(4, lag.min().orElseThrow())).isLessThanOrEqualTo(4);
        assertThat(scaler("ScaledObject", "persistence").calmBeforeScaleDown()).isGreaterThan(Duration.ofMinutes(10));
    }

    @Test
    void goesDownSlowly() {
        assertThat(scaler("HorizontalPodAutoscaler", "gateway").calmBeforeScaleDown())
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(scaler("HorizontalPodAutoscaler", "gateway").allTheWayDown()).isGreaterThan(Duration.ofHours(4));
        for (var name : List.of("persistence", "search")) {
            assertThat(scaler("ScaledObject", name).allTheWayDown()).isGreaterThan(Duration.ofMinutes(45));
        }
    }

    @Test
    void neverMakesMoreThanHavePartitions() {
        var threads = Map.of(Program.PERSISTENCE, "parley.writer.threads", Program.SEARCH,
                "parley.search.indexing.threads");
        threads.forEach((program, setting) -> {
            var environment = Told.service(Overlay.PRODUCTION, program).environment();
            var partitions = environment.getRequiredProperty("parley.partitions", Integer.class);
            assertThat(scaler("ScaledObject", program.word()).most()
                    * environment.getRequiredProperty(setting, Integer.class)).isLessThanOrEqualTo(partitions);
        });
    }

    /** With one more while all are rolled, and some to look inside. */
    @Test
    void neverMakesMoreThanPostgresHasConnectionsFor() {
        var connections = Told.service(Overlay.PRODUCTION, Program.PERSISTENCE).environment()
                .getRequiredProperty("spring.datasource.hikari.maximum-pool-size", Integer.class);
        var parameters = Overlay.PRODUCTION.manifests().get("Cluster", "parley-db").spec().path("postgresql")
                .path("parameters");
        assertThat((scaler("ScaledObject", "persistence").most() + 1) * connections + 20)
                .isLessThanOrEqualTo(Integer.parseInt(parameters.path("max_connections").asString()));
    }

    /** Else each apply would bring back a number that was right once. */
    @Test
    void leavesTheNumberToTheScalers() {
        for (var program : Program.values()) {
            var spec = Overlay.PRODUCTION.manifests().get("Deployment", program.word()).spec();
            assertThat(spec.has("replicas")).as(program.word()).isFalse();
        }
        assertThat(Overlay.PRODUCTION.manifests().of("ScaledObject", "HorizontalPodAutoscaler")
                .map(each -> each.spec().path("scaleTargetRef").path("name").asString()))
                .containsExactlyInAnyOrder("gateway", "persistence", "search");
    }

    private static String query(String name) {
        return Overlay.PRODUCTION.manifests().get("ScaledObject", name).spec().path("triggers").path(0).path("metadata")
                .path("query").asString();
    }
}
