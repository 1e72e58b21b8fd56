package dev.parley.load.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a change of a group's members or title was. */
public record GroupChange(@Nullable String title, List<UserId> added, List<UserId> removed) {

    public GroupChange {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }
}
