package dev.parley.load.search;

import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What a probe has seen.
 *
 * @param missing marked messages that could not be found in the end
 * @param failed searches that had no answer
 */
public record ProbeReport(int sent, int missing, int failed, Histogram sinceSent, Histogram sinceDelivered) {

    public boolean isComplete() {
        return missing == 0;
    }

    public List<String> lines() {
        return List.of(
                String.format(Locale.ROOT, "search: %,d marked messages, %,d not found, %,d searches without an answer",
                        sent, missing, failed),
                latency("delivered to found    ", sinceDelivered),
                latency("sent to found         ", sinceSent));
    }

    private static String latency(String what, Histogram histogram) {
        return histogram.getTotalCount() == 0
                ? what + "none"
                : String.format(Locale.ROOT, "%sp50 %,.1f ms   p95 %,.1f ms   p99 %,.1f ms   max %,.1f ms", what,
                        histogram.getValueAtPercentile(50) / 1e3, histogram.getValueAtPercentile(95) / 1e3,
                        histogram.getValueAtPercentile(99) / 1e3, histogram.getMaxValue() / 1e3);
    }
}
