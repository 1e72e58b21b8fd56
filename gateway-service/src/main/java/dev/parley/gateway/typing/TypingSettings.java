package dev.parley.gateway.typing;

import dev.parley.access.settings.Range;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How typing is passed on.
 *
 * @param members How many members the largest conversation has in which typing is passed on.
 * @param repeat How soon a start of the same user in the same conversation is passed on again; less than the 5 s after
 *     which it expires at those who see it.
 * @param typists How many users' last starts are remembered at a time.
 * @param membersKept How long the members of a conversation are remembered before they are asked for again.
 * @param conversations How many conversations' members are remembered at a time.
 */
@ConfigurationProperties("parley.typing")
record TypingSettings(
        @Range(from = 0) @DefaultValue("50") int members,
        @Range(from = 0) @DefaultValue("2s") Duration repeat,
        @DefaultValue("100000") int typists,
        @Range(from = 0) @DefaultValue("60s") Duration membersKept,
        @DefaultValue("20000") int conversations) {}
