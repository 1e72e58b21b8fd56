package dev.parley.search.indexing;

import dev.parley.search.indexing.LogSamples.Sample;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How far the index that serves has got. While Kafka is away nothing new is known, and nothing new can be in the log:
 * the last that is known stands.
 */
@Component
public final class Freshness {

    /** Samples within the greatest lag, at most; enough to tell it to a few percent. */
    private static final int SAMPLES_WITHIN_LAG = 120;

    private final LogSamples samples;
    private final Clock clock;
    private final Duration maxLag;
    private volatile Indexed indexed = new Indexed(Map.of(), Instant.EPOCH);
    private volatile boolean isOfAnotherLog;

    /** What the serving index had read at a moment. */
    private record Indexed(Map<Integer, Long> positions, Instant at) {

        Indexed {
            positions = Map.copyOf(positions);
        }
    }

    Freshness(Clock clock, FreshnessSettings settings) {
        this.samples = new LogSamples(settings.maxLag().dividedBy(SAMPLES_WITHIN_LAG));
        this.clock = clock;
        this.maxLag = settings.maxLag();
    }

    /** Everything that was in the log by then can be found; the epoch where nothing is known of that. */
    public Instant indexedAt() {
        return samples.newestCoveredBy(indexed.positions()).map(Sample::at).orElse(Instant.EPOCH);
    }

    /**
     * Whether it lacks something that has been in the log for longer than it may; or nobody knows, since nothing was
     * heard of the log yet, or the index has read further than this log has ever reached.
     */
    public boolean isStale() {
        return isOfAnotherLog
                || samples.newestUntil(clock.instant().minus(maxLag))
                        .map(sample -> !sample.isCoveredBy(indexed.positions()))
                        .orElse(true);
    }

    /**
     * For how long something has been in the log, at most, that can't be found; where much is missing, at least. Zero
     * where nothing is missing.
     */
    Duration lag() {
        if (missing() == 0) {
            return Duration.ZERO;
        }
        var known = samples.newestCoveredBy(indexed.positions()).or(samples::oldest);
        return known.map(sample -> Duration.between(sample.at(), clock.instant())).orElse(Duration.ZERO);
    }

    /** Records that the index lacks, as of the newest sample. */
    long missing() {
        return samples.newest().map(sample -> sample.missingFrom(indexed.positions())).orElse(0L);
    }

    /** Of the partition that lacks most. */
    long mostMissing() {
        return samples.newest().map(sample -> sample.mostMissingFrom(indexed.positions())).orElse(0L);
    }

    /** Before the first sample, one for the time that {@link #isStale} asks about. */
    Optional<Instant> wantedFirst() {
        return samples.size() == 0 ? Optional.of(clock.instant().minus(maxLag)) : Optional.empty();
    }

    void sampled(Sample sample) {
        samples.add(sample);
        var read = indexed;
        // A log only grows: what was read before cannot lie behind its end now.
        if (!read.at().isAfter(sample.at())) {
            isOfAnotherLog = sample.isExceededBy(read.positions());
        }
    }

    /** What the serving index has read. */
    void indexed(Map<Integer, Long> positions) {
        indexed = new Indexed(positions, clock.instant());
    }
}
