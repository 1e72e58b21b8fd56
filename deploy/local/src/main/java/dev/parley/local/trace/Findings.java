package dev.parley.local.trace;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** All that was found, in the order of its times, and then what has none. */
final class Findings {

    private final List<Station> stations = new ArrayList<>();
    private final List<String> scanned = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();

    void add(Station station) {
        stations.add(station);
    }

    /** What was looked through, so that nothing found can be told from nothing looked for. */
    void scanned(String what) {
        scanned.add(what);
    }

    void trouble(String what) {
        if (!troubles.contains(what)) {
            troubles.add(what);
        }
    }

    boolean hasStationAt(String place) {
        return stations.stream().anyMatch(each -> each.at() != null && each.place().startsWith(place));
    }

    boolean hasTroubles() {
        return !troubles.isEmpty();
    }

    void print(PrintStream out) {
        out.printf("%-24s %10s  %s%n", "TIME (UTC)", "GAP", "STATION");
        var timed = stations.stream().filter(each -> each.at() != null)
                .sorted(Comparator.comparing(each -> Objects.requireNonNull(each.at()))).toList();
        Instant before = null;
        for (var station : timed) {
            print(station, before, out);
            before = station.at();
        }
        stations.stream().filter(each -> each.at() == null).forEach(each -> print(each, null, out));
        scanned.forEach(what -> out.println("looked through: " + what));
        troubles.forEach(what -> out.println("NOT LOOKED AT: " + what));
    }

    private static void print(Station station, @Nullable Instant before, PrintStream out) {
        var at = station.at();
        var time = at == null ? "-" : Clocks.time(at);
        var gap = at == null || before == null ? "" : Clocks.gap(Duration.between(before, at));
        out.printf("%-24s %10s  %-24s %s%n", time, gap, station.place(), station.what());
        station.details().forEach(detail -> out.printf("%-24s %10s  %-24s   %s%n", "", "", "", detail));
    }
}
