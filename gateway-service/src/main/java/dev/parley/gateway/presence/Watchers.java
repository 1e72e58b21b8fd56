package dev.parley.gateway.presence;

import dev.parley.access.logs.LogKeys;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.UserId;
import dev.parley.gateway.protocol.Answers;
import dev.parley.gateway.protocol.Refusal;
import dev.parley.gateway.protocol.Request;
import dev.parley.gateway.session.ChatSession;
import dev.parley.gateway.session.PresenceWatches;
import dev.parley.gateway.upstream.Answer;
import dev.parley.gateway.upstream.Upstream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes watches, one at a time of each session. */
final class Watchers implements PresenceWatches {

    private static final Logger log = LoggerFactory.getLogger(Watchers.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Board<ChatSession> board;
    private final Upstream upstream;
    private final Looks looks;
    private final Consumer<Set<UserId>> follow;
    private final Set<ChatSession> busy = ConcurrentHashMap.newKeySet();

    /** @param follow begins to hear of users */
    Watchers(Board<ChatSession> board, Upstream upstream, Looks looks, Consumer<Set<UserId>> follow) {
        this.board = board;
        this.upstream = upstream;
        this.looks = looks;
        this.follow = follow;
    }

    @Override
    public void watch(Request.WatchPresence request, ChatSession session, Consumer<Answer<byte[]>> answer) {
        if (!busy.add(session)) {
            answer.accept(new Answer.Refused<>(
                    Refusal.overLimit("presence:watch: one is under way (expected: one at a time)", SOON)));
            return;
        }
        contacts(request.userIds(), session)
                .thenCompose(contacts -> switch (contacts) {
                    case Answer.Given<Set<UserId>>(var users) -> begin(session, users);
                    case Answer.Refused<Set<UserId>>(var refusal) ->
                        CompletableFuture.completedFuture(new Answer.Refused<byte[]>(refusal));
                })
                .whenComplete((_, _) -> busy.remove(session))
                .thenAccept(answer);
    }

    private CompletableFuture<Answer<Set<UserId>>> contacts(Set<UserId> users, ChatSession session) {
        return users.isEmpty()
                ? CompletableFuture.completedFuture(new Answer.Given<>(Set.of()))
                : upstream.contactsAmong(session.token(), users);
    }

    /** First the channels, then the look: who comes in between is seen by the one or the other. */
    private CompletableFuture<Answer<byte[]>> begin(ChatSession session, Set<UserId> users) {
        if (!board.watch(session, users, System.nanoTime())) {
            return CompletableFuture.completedFuture(unavailable("too many watched users on this gateway"));
        }
        follow.accept(users);
        return looks.first(List.copyOf(users)).handle((_, failure) -> {
            if (failure != null) {
                log.atDebug().addKeyValue(LogKeys.SESSION_ID, session.id())
                        .log("nothing is known of whom it watches: {}", failure.toString());
                board.unwatch(session);
                return unavailable("nothing is known of them right now");
            }
            return new Answer.Given<>(Answers.present(board.tellAll(session)));
        });
    }

    private static Answer<byte[]> unavailable(String what) {
        return new Answer.Refused<>(Refusal.of(
                ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE, "presence: " + what + " (expected: an answer; ask again)"));
    }
}
