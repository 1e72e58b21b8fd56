package dev.parley.gateway.mailbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the mailbox is kept.
 *
 * @param lease After which the mailbox of a gateway that nobody refreshes is gone.
 * @param refresh How often this gateway refreshes its mailbox; at most half of the lease.
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
     * @param entries How many entries of the mailbox are taken in one read.
     * @param block How long a read waits for an entry.
     */
    record Reading(@DefaultValue("128") int entries, @DefaultValue("2s") Duration block) {}

    /**
     * @param answer How long Redis may take for a command on the mailbox.
     * @param retry The pause before the second try to reach Redis, doubled each time.
     * @param retryMost The longest pause between tries to reach Redis.
     */
    record Redis(
            @DefaultValue("2s") Duration answer,
            @DefaultValue("200ms") Duration retry,
            @DefaultValue("2s") Duration retryMost) {}
}
