package dev.parley.persistence.sync;

import dev.parley.access.settings.Range;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Sync over REST.
 *
 * @param conversations How many conversations a page of a sync has, those that the caller is no longer in included, and
 *     as many refusals.
 * @param messages How many messages come with a conversation: the newest.
 * @param pageSize The largest page of a sync as JSON; one conversation is always told, however long its last message.
 *     It has to fit into the gateway's {@code parley.upstream.answer-size}.
 * @param timeout How long the transaction that reads a page may take; 1 s or more.
 * @param atOnce How many pages this instance reads at a time, so that a crowd that reconnects leaves connections to the
 *     writer.
 * @param maxWait How long a call may wait for its turn; past it the caller is told to try again.
 * @param kafkaTimeout How long Kafka may take to say, once, which log this is.
 */
@ConfigurationProperties("parley.sync")
record SyncSettings(
        @DefaultValue("100") int conversations,
        @DefaultValue("20") int messages,
        @DefaultValue("256KB") DataSize pageSize,
        @Range(from = 1000) @DefaultValue("3s") Duration timeout,
        @DefaultValue("4") int atOnce,
        @Range(from = 0) @DefaultValue("2s") Duration maxWait,
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
