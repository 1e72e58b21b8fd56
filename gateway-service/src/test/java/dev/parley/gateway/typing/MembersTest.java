package dev.parley.gateway.typing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.gateway.access.BearerToken;
import dev.parley.gateway.upstream.Answer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MembersTest {

    private static final UserId ALICE = new UserId("alice");
    private static final UserId BOB = new UserId("bob");
    private static final ConversationId CHAT = ConversationId.direct(ALICE, BOB);
    private static final Answer<Set<UserId>> BOTH = new Answer.Given<>(Set.of(ALICE, BOB));

    private final AtomicLong nanos = new AtomicLong();
    private final Queue<CompletableFuture<Answer<Set<UserId>>>> asked = new ArrayDeque<>();
    private final Members members = new Members(
            (_, _) -> {
                var answer = new CompletableFuture<Answer<Set<UserId>>>();
                asked.add(answer);
                return answer;
            },
            new TypingSettings(50, Duration.ofSeconds(2), 10, Duration.ofSeconds(60), 10),
            nanos::get);

    @Test
    void asksOnceInAWhile() {
        ask();
        asked.remove().complete(BOTH);
        assertThat(ask()).isCompletedWithValue(BOTH);
        assertThat(asked).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(60).toNanos());
        ask();
        assertThat(asked).hasSize(1);
    }

    @Test
    void asksAgainAfterSomebodyCameOrWent() {
        ask();
        asked.remove().complete(BOTH);
        members.membersChanged(CHAT);
        ask();
        assertThat(asked).hasSize(1);
    }

    @Test
    void doesNotKeepAnAnswerThatWasOvertakenByAChange() {
        ask();
        members.membersChanged(CHAT);
        asked.remove().complete(BOTH);
        ask();
        assertThat(asked).hasSize(1);
    }

    @Test
    void doesNotKeepARefusal() {
        ask();
        asked.remove().complete(Answer.unavailable("away"));
        ask();
        assertThat(asked).hasSize(1);
    }

    private CompletableFuture<Answer<Set<UserId>>> ask() {
        return members.of(CHAT, new BearerToken("t")).toCompletableFuture();
    }
}
