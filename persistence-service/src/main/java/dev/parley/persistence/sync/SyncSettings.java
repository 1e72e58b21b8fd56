package dev.parley.persistence.sync;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Sync over REST.
 *
 * @param conversations most of them on a page, those that the caller is no longer in included; as many refusals
 * @param messages most of them with a conversation: the newest
 * @param pageSize of the answer's data as JSON; one conversation is always told, however long its last message
 * @param timeout of the transaction that reads a page
 * @param atOnce pages read at a time by this instance, so that a crowd that reconnects leaves connections to the writer
 * @param maxWait of a call for its turn; past it the caller is told to try again
 * @param kafkaTimeout of asking, once, which log this is
 */
@ConfigurationProperties("parley.sync")
record SyncSettings(
        @DefaultValue("100") int conversations,
        @DefaultValue("20") int messages,
        @DefaultValue("256KB") DataSize pageSize,
        @DefaultValue("3s") Duration timeout,
        @DefaultValue("4") int atOnce,
        @DefaultValue("2s") Duration maxWait,
        @DefaultValue("3s") Duration kafkaTimeout) {

    SyncSettings {
        if (conversations < 1 || messages < 1 || atOnce < 1) {
            throw new IllegalArgumentException(
                    "parley.sync: conversations %d, messages %d, at-once %d (expected: each 1"
                            .formatted(conversations, messages, atOnce) + " or more)");
        }
        if (timeout.toSeconds() < 1) {
            throw new IllegalArgumentException("parley.sync.timeout: " + timeout + " (expected: 1 s or more)");
        }
    }
}
