package dev.parley.gateway.typing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How typing is passed on.
 *
 * @param members of the largest conversation in which it is
 * @param repeat how soon a start of the same user in the same conversation is passed on again; less than the 5 s after
 *     which it expires at those who see it
 * @param typists at most whose last start is remembered
 * @param membersKept how long the members of a conversation are remembered
 * @param conversations at most whose members are remembered
 */
@ConfigurationProperties("parley.typing")
record TypingSettings(
        @DefaultValue("50") int members,
        @DefaultValue("2s") Duration repeat,
        @DefaultValue("100000") int typists,
        @DefaultValue("60s") Duration membersKept,
        @DefaultValue("20000") int conversations) {}
