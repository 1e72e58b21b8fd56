package dev.parley.search.query;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Searches.
 *
 * @param page hits on a page that names no limit
 * @param maxPage most hits that may be asked for
 * @param queryCodePoints of the longest query
 * @param countTo how far the hits of all pages are counted
 * @param timeout after which a search is answered in any case, the wait for its turn included
 * @param turns how many search at once
 */
@ConfigurationProperties("parley.search")
record QuerySettings(
        @DefaultValue("20") int page,
        @DefaultValue("100") int maxPage,
        @DefaultValue("1000") int queryCodePoints,
        @DefaultValue("1000") int countTo,
        @DefaultValue("2s") Duration timeout,
        @DefaultValue TurnSettings turns) {

    QuerySettings {
        if (page < 1 || maxPage < page || queryCodePoints < 1 || countTo < 0) {
            throw new IllegalArgumentException(
                    "parley.search: page %d, max-page %d, query-code-points %d, count-to %d (expected: page from 1 to"
                            .formatted(page, maxPage, queryCodePoints, countTo) + " max-page, 1 or more, 0 or more)");
        }
        if (timeout.compareTo(turns.maxWait()) <= 0) {
            throw new IllegalArgumentException("parley.search.timeout: " + timeout.toMillis()
                    + " ms (expected: more than turns.max-wait, " + turns.maxWait().toMillis() + " ms)");
        }
    }

    /**
     * Who searches when.
     *
     * @param atOnce searches that this instance runs at a time
     * @param ofOneUser how many of them may be the same user's
     * @param waiting searches that may wait for their turn, all in all
     * @param waitingOfOneUser how many of them may be the same user's
     * @param maxWait of one of them; past it the caller is told to try again
     */
    record TurnSettings(
            @DefaultValue("8") int atOnce,
            @DefaultValue("2") int ofOneUser,
            @DefaultValue("64") int waiting,
            @DefaultValue("8") int waitingOfOneUser,
            @DefaultValue("500ms") Duration maxWait) {

        TurnSettings {
            if (atOnce < 1 || ofOneUser < 1 || waiting < 0 || waitingOfOneUser < 0) {
                throw new IllegalArgumentException(
                        "parley.search.turns: at-once %d, of-one-user %d, waiting %d, waiting-of-one-user %d"
                                .formatted(atOnce, ofOneUser, waiting, waitingOfOneUser)
                                + " (expected: 1 or more, 1 or more, 0 or more, 0 or more)");
            }
        }
    }
}
