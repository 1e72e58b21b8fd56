package dev.parley.load.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What a probe has seen. Times are in microseconds.
 *
 * @param unanswered searches that failed
 */
public record ProbeReport(int sent, int unanswered, Histogram sinceStored, Histogram sinceSent) {

    /** A probe that sent nothing has shown nothing. */
    public boolean isComplete() {
        return sent > 0 && missing() == 0;
    }

    /** Stored or not, these could not be found in time. */
    long missing() {
        return sent - sinceStored.getTotalCount();
    }

    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(format("searchable after: %s (%,d messages, %,d not found)", latency(sinceStored), sent, missing()));
        lines.add(format("sent to searchable: %s", latency(sinceSent)));
        if (unanswered > 0) {
            lines.add(format("searches without an answer %,d", unanswered));
        }
        return lines;
    }

    private static String latency(Histogram histogram) {
        return histogram.getTotalCount() == 0
                ? "none"
                : format("p50 %,.1f ms   p95 %,.1f ms   p99 %,.1f ms   max %,.1f ms",
                        histogram.getValueAtPercentile(50) / 1e3, histogram.getValueAtPercentile(95) / 1e3,
                        histogram.getValueAtPercentile(99) / 1e3, histogram.getMaxValue() / 1e3);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
