package dev.parley.gateway.typing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.gateway.access.BearerToken;
import dev.parley.gateway.mailbox.MembershipListener;
import dev.parley.gateway.upstream.Answer;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;

/** Who is in a conversation, remembered for a while, and no longer than until somebody comes or goes. */
final class Members implements MembershipListener {

    private final BiFunction<BearerToken, ConversationId, CompletableFuture<Answer<Set<UserId>>>> upstream;
    private final Cache<ConversationId, Set<UserId>> known;
    private final AtomicLong changes = new AtomicLong();

    /** @param nanos a clock that only moves forward */
    Members(
            BiFunction<BearerToken, ConversationId, CompletableFuture<Answer<Set<UserId>>>> upstream,
            TypingSettings settings,
            LongSupplier nanos) {
        this.upstream = upstream;
        known = Caffeine.newBuilder()
                .maximumSize(settings.conversations())
                .expireAfterWrite(settings.membersKept())
                .ticker(nanos::getAsLong)
                .build();
    }

    /** What one member has been told serves for all, so a caller has to look for himself in it. */
    CompletionStage<Answer<Set<UserId>>> of(ConversationId conversationId, BearerToken token) {
        var members = known.getIfPresent(conversationId);
        return members == null
                ? ask(conversationId, token)
                : CompletableFuture.completedStage(new Answer.Given<>(members));
    }

    private CompletionStage<Answer<Set<UserId>>> ask(ConversationId conversationId, BearerToken token) {
        var before = changes.get();
        return upstream.apply(token, conversationId).whenComplete((answer, _) -> {
            // An answer that was overtaken by a change may be the state before it.
            if (answer instanceof Answer.Given<Set<UserId>>(var members) && changes.get() == before) {
                known.put(conversationId, members);
                if (changes.get() != before) {
                    known.invalidate(conversationId);
                }
            }
        });
    }

    @Override
    public void membersChanged(ConversationId conversationId) {
        changes.incrementAndGet();
        known.invalidate(conversationId);
    }
}
