package dev.parley.local.observability;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Each alert says how bad it is and what to do, and has been tested both ways. */
class AlertRulesTest {

    @Test
    void saysOfEachAlertHowBadItIsAndWhatToDo() {
        assertThat(Alert.all()).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.severity()).isIn("page", "ticket");
            assertThat(alert.summary()).isNotBlank();
            assertThat(alert.runbook()).isEqualTo(alert.anchor());
        });
    }

    @Test
    void hasARunbookForEachAlertAndNoOthers() throws IOException {
        var headings = Files.readAllLines(Repository.ALERTS_PAGE).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3));
        assertThat(headings).containsExactlyInAnyOrderElementsOf(Alert.all().stream().map(Alert::name).toList());
    }

    @Test
    void testsEachAlertWithSeriesThatFireItAndOthersThatDoNot() {
        var cases = new YAMLMapper().readTree(Repository.ALERT_TESTS).path("tests").valueStream()
                .flatMap(test -> test.path("alert_rule_test").valueStream())
                .collect(groupingBy(each -> each.path("alertname").asString(),
                        mapping(AlertRulesTest::fires, toSet())));
        assertThat(Alert.all()).allSatisfy(alert -> assertThat(cases).contains(
                Map.entry(alert.name(), Set.of(true, false))));
    }

    private static boolean fires(JsonNode test) {
        return !test.path("exp_alerts").isEmpty();
    }

    @Test
    void satisfiesPromtool() throws Exception {
        assumeThat(Tool.PROMTOOL.isThere())
                .as("promtool is not on the PATH: install Prometheus (Debian, Ubuntu: apt install prometheus)")
                .isTrue();
        promtool("check", "rules", Repository.ALERTS.toString());
        promtool("test", "rules", Repository.ALERT_TESTS.toString());
    }

    private static void promtool(String... arguments) throws IOException, InterruptedException {
        var output = Files.createTempFile("promtool", ".txt");
        try {
            var process = new ProcessBuilder(Tool.PROMTOOL.with(arguments)).redirectErrorStream(true)
                    .redirectOutput(output.toFile()).start();
            assertThat(process.waitFor()).as(() -> text(output)).isZero();
        } finally {
            Files.delete(output);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
