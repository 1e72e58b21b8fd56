package dev.parley.persistence.membership;

import dev.parley.access.rest.ChatException;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.UserId;
import dev.parley.persistence.GroupSettings;
import java.util.Collection;
import java.util.HashSet;
import org.springframework.stereotype.Component;

/** Turns away what no group has room for, before it takes room in the log; the writer counts who is in it. */
@Component
class GroupSize {

    private final int maxMembers;

    GroupSize(GroupSettings settings) {
        this.maxMembers = settings.maxMembers();
    }

    void requireRoomFor(UserId caller, Collection<UserId> others) {
        var all = new HashSet<>(others);
        all.add(caller);
        if (all.size() > maxMembers) {
            throw new ChatException(
                    ErrorCode.CHAT_GROUP_FULL, "members: " + all.size() + " (expected: at most " + maxMembers + ")");
        }
    }
}
