package dev.parley.load.replay;

import dev.parley.load.check.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** What a replay has to say for itself at its end. */
record Report(Script script, Tally.Summary summary, Stored stored, Duration cpu, Verdict verdict) {

    private static final int FINDINGS_SHOWN = 20;

    /** What was in the history before, and is now, of the lines of the file. */
    record Stored(int before, long now) {}

    List<String> lines() {
        var lines = new ArrayList<String>();
        var counts = summary.counts();
        var troubles = summary.troubles();
        lines.add(format("messages %,d   users %,d   conversations %,d", script.size(), script.users().size(),
                script.dialogues().size()));
        lines.add(format("sent %,d   acked %,d   resent %,d   refused %,d%s", counts.sent(), counts.acked(),
                counts.resent(), sum(troubles.refusals()), details(troubles.refusals())));
        lines.add(format("delivered live %,d   by sync %,d   receipts %,d", counts.live(), counts.synced(),
                counts.receipts()));
        lines.add(format("stored %,d   already stored %,d   repetitions answered %,d", stored.now(), stored.before(),
                summary.repeatedAnswers()));
        lines.add(format("time %.1f s   rate %,.0f/s   after the first quarter %,.0f/s", summary.speed().seconds(),
                summary.speed().rate(), summary.speed().laterRate()));
        lines.add(latency("sent to acked         ", summary.latencies().toAck()));
        lines.add(latency("sent to delivered     ", summary.latencies().toDelivery()));
        lines.add(latency("sent to read receipt  ", summary.latencies().toReadReceipt()));
        lines.add(format("CPU of this driver while playing %.1f s, %.3f s per 1,000 messages", cpu.toMillis() / 1e3,
                (double) cpu.toMillis() / Math.max(1, script.size())));
        lines.add(format("reconnects %,d%s", sum(troubles.disconnects()), details(troubles.disconnects())));
        if (!troubles.unreachable().isEmpty()) {
            lines.add(format("failed attempts to connect %,d%s", sum(troubles.unreachable()),
                    details(troubles.unreachable())));
        }
        lines.add("checked: " + verdict.summary());
        verdict.findings().stream().limit(FINDINGS_SHOWN).forEach(finding -> lines.add("  " + finding));
        return lines;
    }

    private static String latency(String what, Histogram histogram) {
        return histogram.getTotalCount() == 0
                ? what + "none"
                : format("%sp50 %s   p95 %s   p99 %s   max %s", what, millis(histogram.getValueAtPercentile(50)),
                        millis(histogram.getValueAtPercentile(95)), millis(histogram.getValueAtPercentile(99)),
                        millis(histogram.getMaxValue()));
    }

    private static String millis(long micros) {
        return format("%,.1f ms", micros / 1_000.0);
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String details(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? ""
                : counts.entrySet()
                        .stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining("; ", " (", ")"));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
