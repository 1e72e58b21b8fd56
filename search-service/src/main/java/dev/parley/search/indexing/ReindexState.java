package dev.parley.search.indexing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.search.index.Generation;
import dev.parley.search.index.MessageIndex.Size;
import dev.parley.search.indexing.BuildProgress.Reading;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sees of the generations.
 *
 * @param serving null before the first
 * @param building null while nothing is being built
 * @param configuredTextRules those that the next one will be built by; where they differ from those of the serving one,
 *     a rebuild rolls them out
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReindexState(@Nullable Serving serving, @Nullable Building building, String configuredTextRules) {

    /** The one that is searched. */
    record Serving(int number, String textRules, Instant since, long messages, long bytes) {

        static Serving of(Generation generation, Size size) {
            return new Serving(
                    generation.number(), generation.textRules().toString(), generation.since(), size.messages(),
                    size.bytes());
        }
    }

    /**
     * The one that is to take its place.
     *
     * @param secondsLeft null where nothing moves
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Building(
            int number,
            String textRules,
            Instant since,
            long done,
            long total,
            double percent,
            double recordsPerSecond,
            @Nullable Long secondsLeft) {

        static Building of(Generation generation, Reading reading) {
            return new Building(
                    generation.number(), generation.textRules().toString(), generation.since(), reading.done(),
                    reading.total(), tenths(reading.percent()), tenths(reading.recordsPerSecond()),
                    reading.secondsLeft());
        }

        /** Rounded down, so that it is 100 only when all is done. */
        private static double tenths(double value) {
            return Math.floor(value * 10) / 10;
        }
    }
}
