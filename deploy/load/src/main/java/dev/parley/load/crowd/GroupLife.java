package dev.parley.load.crowd;

import dev.parley.load.check.DeviceRecorder;
import dev.parley.load.check.Event.Wish;
import dev.parley.load.client.Groups;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * What one user does with groups. All is recorded as wished for and, once done, as granted; a call that fails stays a wish,
 * since it may have been done all the same.
 */
public final class GroupLife {

    private final Groups groups;
    private final UserId user;
    private final DeviceRecorder recorder;

    GroupLife(Groups groups, UserId user, DeviceRecorder recorder) {
        this.groups = groups;
        this.user = user;
        this.recorder = recorder;
    }

    public CompletableFuture<ConversationId> create(String title, Collection<UserId> others) {
        return groups.create(title, others, UUID.randomUUID()).thenApply(group -> {
            var everyone = new ArrayList<>(others);
            everyone.add(user);
            everyone.forEach(member -> recorder.asked(Wish.FOUND, group.id(), member));
            everyone.forEach(member -> recorder.granted(Wish.FOUND, group.id(), member));
            return group.id();
        });
    }

    public CompletableFuture<Void> add(ConversationId group, UserId other) {
        return wish(Wish.ADD, group, other, () -> groups.add(group, List.of(other)));
    }

    public CompletableFuture<Void> remove(ConversationId group, UserId member) {
        return wish(Wish.REMOVE, group, member, () -> groups.remove(group, member));
    }

    public CompletableFuture<Void> leave(ConversationId group) {
        return remove(group, user);
    }

    public CompletableFuture<Void> rename(ConversationId group, String title) {
        return wish(Wish.RENAME, group, user, () -> groups.rename(group, title));
    }

    private CompletableFuture<Void> wish(Wish wish, ConversationId group, UserId whom, Call call) {
        recorder.asked(wish, group, whom);
        return call.make().thenRun(() -> recorder.granted(wish, group, whom));
    }

    private interface Call {
        CompletableFuture<Void> make();
    }
}
