package dev.parley.load.check;

import dev.parley.load.client.Rest;
import dev.parley.load.wire.Change;
import dev.parley.load.wire.Conversation;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.Member;
import dev.parley.load.wire.Pages;
import dev.parley.load.wire.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads over REST, with the members' own tokens, what is kept of their conversations. */
public final class HistoryReader {

    private static final int ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int READERS = 16;

    private final Rest rest;

    public HistoryReader(Rest rest) {
        this.rest = rest;
    }

    /** Every conversation of these users. */
    public Map<ConversationId, Stored> read(Collection<UserId> users) {
        var listed = new ConcurrentHashMap<ConversationId, Listed>();
        inParallel(users.stream().map(user -> (Runnable) () -> list(user, listed)).toList());
        var stored = new ConcurrentHashMap<ConversationId, Stored>();
        inParallel(listed.values()
                .stream()
                .map(entry -> (Runnable) () -> stored.put(entry.conversation().id(), read(entry)))
                .toList());
        return new HashMap<>(stored);
    }

    /** A conversation, and the member who listed it. */
    private record Listed(Conversation conversation, UserId reader) {

        Listed furtherSeeing(Listed other) {
            return other.conversation.visibleFrom() < conversation.visibleFrom() ? other : this;
        }
    }

    private void list(UserId user, Map<ConversationId, Listed> listed) {
        String cursor = null;
        do {
            var page = listPage(user, cursor);
            page.entries().forEach(entry -> listed.merge(entry.id(), new Listed(entry, user), Listed::furtherSeeing));
            cursor = page.nextCursor();
        } while (cursor != null);
    }

    private Pages.Conversations listPage(UserId user, @Nullable String cursor) {
        return await(() -> rest.conversations(user, cursor));
    }

    private Stored read(Listed entry) {
        var conversation = entry.conversation();
        var messages = messages(entry.reader(), conversation.id());
        var members = conversation.kind() == Conversation.Kind.GROUP
                ? members(entry.reader(), conversation.id())
                : conversation.members();
        var steps = new ArrayList<Stored.Step>();
        var through = 0L;
        boolean more;
        do {
            var page = changesAfter(entry.reader(), conversation.id(), through);
            page.entries().forEach(change -> steps.add(step(change)));
            more = page.more() && page.through() > through;
            through = page.through();
        } while (more);
        var extent = new Stored.Extent(conversation.kind(), conversation.visibleFrom(), conversation.seq(), through);
        return new Stored(extent, members, messages, steps);
    }

    private Pages.Changes changesAfter(UserId reader, ConversationId conversation, long after) {
        return await(() -> rest.changes(reader, conversation, after));
    }

    private List<Member> members(UserId reader, ConversationId conversation) {
        var members = new ArrayList<Member>();
        String cursor = null;
        do {
            var page = membersPage(reader, conversation, cursor);
            members.addAll(page.entries());
            cursor = page.nextCursor();
        } while (cursor != null);
        return members;
    }

    private Pages.Members membersPage(UserId reader, ConversationId conversation, @Nullable String cursor) {
        return await(() -> rest.members(reader, conversation, cursor));
    }

    private List<Kept> messages(UserId reader, ConversationId conversation) {
        var messages = new ArrayList<Kept>();
        boolean more;
        do {
            var after = messages.isEmpty() ? 0 : messages.getLast().seq();
            var page = await(() -> rest.messagesAfter(reader, conversation, after));
            page.entries().forEach(message -> messages.add(Kept.of(message)));
            more = page.moreAfter() && !page.entries().isEmpty();
        } while (more);
        return messages;
    }

    private static Stored.Step step(Change change) {
        return new Stored.Step(change.seq(), change.message() == null ? null : Kept.of(change.message()));
    }

    private static <T> T await(Supplier<CompletableFuture<T>> question) {
        for (var attempt = 1;; attempt++) {
            try {
                return question.get().join();
            } catch (CompletionException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading the history", e);
        }
    }

    private static void inParallel(List<Runnable> tasks) {
        try (var readers = Executors.newFixedThreadPool(READERS, Thread.ofVirtual().name("history-", 0).factory())) {
            CompletableFuture
                    .allOf(tasks.stream()
                            .map(task -> CompletableFuture.runAsync(task, readers))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }
}
