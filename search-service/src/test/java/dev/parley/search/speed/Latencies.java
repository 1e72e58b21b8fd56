package dev.parley.search.speed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long searches of one sort took; for use by many threads. */
final class Latencies {

    private final List<Duration> all = Collections.synchronizedList(new ArrayList<>());

    void add(Duration latency) {
        all.add(latency);
    }

    Duration percentile(int percent) {
        var sorted = all.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    @Override
    public String toString() {
        return "%,6d searches, ms: p50 %.1f, p95 %.1f, p99 %.1f"
                .formatted(all.size(), millis(50), millis(95), millis(99));
    }

    private double millis(int percent) {
        return percentile(percent).toNanos() / 1e6;
    }
}
