package dev.parley.search.query;

import dev.parley.access.settings.Range;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Searches.
 *
 * @param page How many hits a page has where the call names no limit; at most {@code max-page}.
 * @param maxPage How many hits a page may have; who asks for more is refused.
 * @param queryCodePoints The longest query, in Unicode code points.
 * @param countTo How far the hits of all pages are counted.
 * @param timeout After which a search is answered in any case, the wait for its turn included; more than {@code
 *     turns.max-wait}.
 * @param turns how many search at once
 */
@ConfigurationProperties("parley.search")
record QuerySettings(
        @DefaultValue("20") int page,
        @DefaultValue("100") int maxPage,
        @DefaultValue("1000") int queryCodePoints,
        @Range(from = 0) @DefaultValue("1000") int countTo,
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
     * @param atOnce How many searches this instance runs at a time.
     * @param ofOneUser How many of those that run may be the same user's.
     * @param waiting How many searches may wait for their turn, all in all; more are refused.
     * @param waitingOfOneUser How many of those that wait may be the same user's.
     * @param maxWait How long a search may wait for its turn; past it the caller is told to try again.
     */
    record TurnSettings(
            @DefaultValue("8") int atOnce,
            @DefaultValue("2") int ofOneUser,
            @Range(from = 0) @DefaultValue("64") int waiting,
            @Range(from = 0) @DefaultValue("8") int waitingOfOneUser,
            @Range(from = 0) @DefaultValue("500ms") Duration maxWait) {

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
