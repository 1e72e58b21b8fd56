package dev.parley.local.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.parley.local.observability.Dashboard.Panel;

/** Dashboards that Grafana takes as they are, in which each number has a unit and an explanation. */
class DashboardsTest {

    @Test
    void hasOneOfEachServiceAndOneOfThePipeline() throws IOException {
        assertThat(Dashboard.all()).extracting(Dashboard::uid)
                .containsExactlyInAnyOrder("parley-pipeline", "parley-gateway", "parley-persistence", "parley-search");
    }

    @Test
    void takesTheDataSourceFromAVariable() throws IOException {
        assertThat(Dashboard.all()).allSatisfy(board -> {
            assertThat(board.json().at("/templating/list/0/type").asString()).isEqualTo("datasource");
            assertThat(board.json().at("/templating/list/0/name").asString()).isEqualTo("datasource");
            assertThat(pictures(board)).allSatisfy(panel -> assertThat(panel.json().at("/datasource/uid").asString())
                    .isEqualTo("${datasource}"));
        });
    }

    @Test
    void tellsPanelsApartAndLaysNoneOverAnother() throws IOException {
        assertThat(Dashboard.all()).allSatisfy(board -> {
            assertThat(board.panels()).extracting(Panel::id).doesNotContain(0).doesNotHaveDuplicates();
            assertThat(board.panels()).extracting(Panel::place)
                    .allMatch(place -> place.width() > 0 && place.height() > 0 && place.x() + place.width() <= 24);
            assertThat(overlaps(board.panels())).isEmpty();
        });
    }

    @Test
    void givesEachNumberAUnitAndAnExplanation() throws IOException {
        assertThat(Dashboard.all()).allSatisfy(board -> assertThat(pictures(board)).allSatisfy(panel -> {
            assertThat(panel.queries()).as(panel.title()).isNotEmpty();
            assertThat(panel.unit()).as(panel.title()).isNotBlank();
            assertThat(panel.json().path("description").asString()).as(panel.title()).isNotBlank();
        }));
    }

    @Test
    void linksToTheRunbooksOfAllAlertsAndToNoOthers() throws IOException {
        var links = Dashboard.all().stream()
                .flatMap(board -> board.panels().stream())
                .flatMap(panel -> panel.links().stream())
                .distinct();
        assertThat(links).containsExactlyInAnyOrderElementsOf(Alert.all().stream()
                .map(alert -> alert.anchor().replace("docs/", "${docs:raw}/"))
                .toList());
    }

    private static List<Panel> pictures(Dashboard board) {
        return board.panels().stream().filter(panel -> !panel.isRow()).toList();
    }

    private static List<String> overlaps(List<Panel> panels) {
        var overlaps = new ArrayList<String>();
        for (var one : panels) {
            for (var other : panels) {
                if (one.id() < other.id() && one.place().overlaps(other.place())) {
                    overlaps.add(one.title() + " and " + other.title());
                }
            }
        }
        return overlaps;
    }
}
