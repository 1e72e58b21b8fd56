package dev.parley.persistence;

import dev.parley.access.settings.Range;
import dev.parley.contracts.Limits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Groups.
 *
 * @param maxMembers How many members a group may have; they travel in one record, which is what bounds it.
 */
@ConfigurationProperties("parley.groups")
public record GroupSettings(@Range(from = 2, to = 1_000) @DefaultValue("" + Limits.GROUP_MEMBERS) int maxMembers) {

    /** Of the longest ids there are, so many fit into the megabyte that Kafka takes by default. */
    private static final int MOST = 1_000;

    public GroupSettings {
        if (maxMembers < 2 || maxMembers > MOST) {
            throw new IllegalArgumentException(
                    "parley.groups.max-members: " + maxMembers + " (expected: 2 to " + MOST + ")");
        }
    }
}
