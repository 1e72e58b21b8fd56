package dev.parley.local.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parley.local.observability.Query.Selector;

/** Dashboards and alerts ask for meters, labels and values of labels that there are. */
class MeterNamesTest {

    @Test
    void asksInAlertsForWhatThereIs() throws IOException {
        assertThat(unknown(Alert.all().stream().map(Alert::query))).isEmpty();
    }

    @Test
    void asksInDashboardsForWhatThereIs() throws IOException {
        assertThat(unknown(Dashboard.all().stream().flatMap(board -> board.queries().stream()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"max(parley_writer_lag)", "rate(parley_latency_seconds[1m])", "sum(node_load1)",
            "parley_gateway_sessions{user=\"u\"}", "parley_latency_seconds_sum{stage=\"sent_to_seen\"}",
            "parley_commands_decided_total{outcome=~\"stored|lost\"}", "parley_writer_lag_seconds_max"})
    void tellsWhatThereIsNot(String query) throws IOException {
        assertThat(unknown(Stream.of(new Query(query)))).hasSize(1);
    }

    @Test
    void findsTheSeriesOfAQuery() {
        var query = new Query("abs(sum by (job) (rate(a_total{x=\"1\", y=~\"2|3\"}[5m])) / on (job) b) > 0.5 and c{}");
        assertThat(query.selectors()).hasToString("[a_total{x=\"1\",y=~\"2|3\"}, b{}, c{}]");
    }

    private static List<Selector> unknown(Stream<Query> queries) throws IOException {
        var table = MeterTable.read();
        return queries.flatMap(query -> query.selectors().stream())
                .filter(selector -> !table.knows(withoutVariables(selector)))
                .toList();
    }

    /** What a variable stands for is asked from Prometheus. */
    private static Selector withoutVariables(Selector selector) {
        return new Selector(selector.name(), selector.labels().stream()
                .filter(label -> label.values().stream().noneMatch(value -> value.startsWith("$")))
                .toList());
    }
}
