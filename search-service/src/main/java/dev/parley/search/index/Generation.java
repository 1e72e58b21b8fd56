package dev.parley.search.index;

import dev.parley.search.text.TextRules;
import java.time.Instant;

/**
 * One index from its making to its end. Generations are numbered from 1.
 *
 * @param textRules by which all of its text was read; queries have to be read by the same
 * @param since when it came into this state
 */
public record Generation(int number, State state, TextRules textRules, Instant createdAt, Instant since) {

    /** Where a generation stands. */
    public enum State {
        /** Filled from the log, and not searched yet. */
        BUILDING,
        /** The one that is searched. There is one at most. */
        SERVING,
        /** Searched no more, but by those who have not noticed yet; to be dropped. */
        RETIRED
    }
}
