package dev.parley.persistence;

import dev.parley.contracts.Limits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Groups.
 *
 * @param maxMembers of one group; the members of a group travel in one record, which is what bounds it
 */
@ConfigurationProperties("parley.groups")
public record GroupSettings(@DefaultValue("" + Limits.GROUP_MEMBERS) int maxMembers) {

    /** Of the longest ids there are, so many fit into the megabyte that Kafka takes by default. */
    private static final int MOST = 1_000;

    public GroupSettings {
        if (maxMembers < 2 || maxMembers > MOST) {
            throw new IllegalArgumentException(
                    "parley.groups.max-members: " + maxMembers + " (expected: 2 to " + MOST + ")");
        }
    }
}
