package dev.parley.gateway.mailbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the mailbox is kept.
 *
 * @param lease after which a mailbox that nobody refreshes is gone
 * @param refresh how often it is refreshed
 */
@ConfigurationProperties("parley.mailbox")
record MailboxSettings(
        @DefaultValue("30s") Duration lease,
        @DefaultValue("10s") Duration refresh,
        @DefaultValue Reading reading,
        @DefaultValue Redis redis) {

    MailboxSettings {
        if (refresh.multipliedBy(2).compareTo(lease) > 0) {
            throw new IllegalArgumentException("parley.mailbox.refresh: " + refresh.toMillis()
                    + " ms (expected: at most half of the lease, which is " + lease.toMillis() + " ms)");
        }
    }

    /**
     * @param entries at most in one read
     * @param block that a read waits for an entry
     */
    record Reading(@DefaultValue("128") int entries, @DefaultValue("2s") Duration block) {}

    /**
     * @param answer how long Redis may take for a command
     * @param retry the pause before the second try to reach Redis, doubled each time
     * @param retryMost the longest pause
     */
    record Redis(
            @DefaultValue("2s") Duration answer,
            @DefaultValue("200ms") Duration retry,
            @DefaultValue("2s") Duration retryMost) {}
}
