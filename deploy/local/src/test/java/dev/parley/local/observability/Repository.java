package dev.parley.local.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the files lie that operators use. */
final class Repository {

    static final Path ROOT = root();
    static final Path ALERTS = ROOT.resolve("deploy/observability/alerts/parley.yaml");
    static final Path ALERT_TESTS = ROOT.resolve("deploy/observability/tests/parley.yaml");
    static final Path METRICS_PAGE = ROOT.resolve("docs/metrics.md");
    static final Path ALERTS_PAGE = ROOT.resolve("docs/alerts.md");

    private Repository() {}

    static List<Path> dashboards() throws IOException {
        try (var files = Files.list(ROOT.resolve("deploy/observability/dashboards"))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    /** Tests run somewhere below it. */
    private static Path root() {
        var start = Path.of("").toAbsolutePath();
        for (var folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("docs/metrics.md"))) {
                return folder;
            }
        }
        throw new IllegalStateException("docs/metrics.md: not in " + start + " or above (expected: the repository)");
    }
}
