package dev.parley.local.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.parley.local.observability.Query.Selector;

/** What {@code docs/metrics.md} says that there is: series by name, their labels, and the labels' values. */
record MeterTable(Map<String, Series> series, Set<String> stages, Set<String> kinds) {

    /** Of libraries, which name and explain them themselves. */
    private static final List<String> LIBRARIES = List.of("jvm_", "hikaricp_", "process_", "http_server_requests_",
            "logback_events_");
    /** Of Prometheus itself. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up", "ALERTS");
    private static final Set<String> EVERYWHERE = Set.of("job", "instance");
    private static final Pattern ROW = Pattern
            .compile("\\| `(parley_\\w+)` \\| (\\w+) \\|[^|]*\\|([^|]*)\\| ([^|]+) \\|");
    private static final Pattern WORD = Pattern.compile("`([\\w.]+)`");

    /** The labels of a meter and the words of its row; several services may have one by the same name. */
    record Series(Set<String> labels, Set<String> words) {

        Series and(Series other) {
            return new Series(union(labels, other.labels), union(words, other.words));
        }

        private static Set<String> union(Set<String> one, Set<String> other) {
            var both = new HashSet<>(one);
            both.addAll(other);
            return both;
        }
    }

    static MeterTable read() throws IOException {
        var page = Files.readString(Repository.METRICS_PAGE);
        var series = new HashMap<String, Series>();
        ROW.matcher(page).results().forEach(row -> {
            var meter = new Series(words(row.group(3)), words(row.group(4)));
            suffixes(row.group(2)).forEach(suffix -> series.merge(row.group(1) + suffix, meter, Series::and));
        });
        return new MeterTable(series, words(section(page, "Latency")), words(section(page, "Arithmetic")));
    }

    private static List<String> suffixes(String kind) {
        return switch (kind) {
            case "counter", "gauge" -> List.of("");
            case "histogram" -> List.of("_bucket", "_count", "_sum", "_max");
            case "summary" -> List.of("_count", "_sum", "_max");
            default -> throw new IllegalStateException(
                    "docs/metrics.md: a meter of kind " + kind + " (expected: counter, gauge, histogram or summary)");
        };
    }

    /** Whether a scrape can have such series at all. */
    boolean knows(Selector selector) {
        if (OF_PROMETHEUS.contains(selector.name()) || LIBRARIES.stream().anyMatch(selector.name()::startsWith)) {
            return true;
        }
        var found = series.get(selector.name());
        return found != null && selector.labels().stream().allMatch(label -> EVERYWHERE.contains(label.name())
                || found.labels().contains(label.name()) && values(found, label.name()).containsAll(label.values()));
    }

    /** Stages and kinds have a section of their own, the values of all other labels stand in the meter's row. */
    private Set<String> values(Series meter, String label) {
        return switch (label) {
            case "stage" -> stages;
            case "kind" -> Series.union(kinds, meter.words());
            default -> meter.words();
        };
    }

    private static String section(String page, String heading) {
        var found = Pattern.compile("^## " + heading + "$(.*?)^## ", Pattern.MULTILINE | Pattern.DOTALL).matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("docs/metrics.md: no section " + heading);
        }
        return found.group(1);
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
