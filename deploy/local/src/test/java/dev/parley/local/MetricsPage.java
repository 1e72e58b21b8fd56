package dev.parley.local;

import dev.parley.local.Scrape.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables of {@code docs/metrics.md}. */
record MetricsPage(String text) {

    private static final Pattern ROW = Pattern
            .compile("\\| `(parley_\\w+)` \\| (\\w+) \\|[^|]*\\|([^|]*)\\| [^|]+ \\|");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    static MetricsPage read() throws IOException {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("docs/metrics.md"))) {
                return new MetricsPage(Files.readString(folder.resolve("docs/metrics.md")));
            }
        }
        throw new IllegalStateException("docs/metrics.md: not above this folder (expected: the repository)");
    }

    /** Of the section of one service. */
    Map<String, Meter> meters(String service) {
        var meters = new TreeMap<String, Meter>();
        section(service).lines().filter(line -> line.startsWith("| `")).forEach(line -> {
            var row = ROW.matcher(line);
            if (!row.matches()) {
                throw new IllegalStateException("docs/metrics.md: no row of a meter: " + line);
            }
            meters.put(row.group(1), new Meter(row.group(2), names(row.group(3))));
        });
        return meters;
    }

    private String section(String heading) {
        var found = Pattern.compile("^## " + heading + "$(.*?)^## ", Pattern.MULTILINE | Pattern.DOTALL).matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("docs/metrics.md: no section " + heading);
        }
        return found.group(1);
    }

    private static Set<String> names(String cell) {
        return NAME.matcher(cell).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
