package dev.parley.gateway.typing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.gateway.protocol.Request.Typing.Kind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThinningTest {

    private static final UserId ALICE = new UserId("alice");
    private static final ConversationId CHAT = ConversationId.direct(ALICE, new UserId("bob"));

    private final AtomicLong nanos = new AtomicLong();
    private final Thinning thinning = new Thinning(Duration.ofSeconds(2), 10, nanos::get);

    @Test
    void repeatsAStartOnlyAfterAWhile() {
        assertThat(says(Kind.START)).isTrue();
        pass(Duration.ofMillis(1_999));
        assertThat(says(Kind.START)).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(says(Kind.START)).isTrue();
    }

    @Test
    void takesAStartBackOnce() {
        assertThat(says(Kind.STOP)).isFalse();
        says(Kind.START);
        assertThat(says(Kind.STOP)).isTrue();
        assertThat(says(Kind.STOP)).isFalse();
    }

    @Test
    void boundsHowOftenStartsAndStopsTakeTurns() {
        says(Kind.START);
        says(Kind.STOP);
        assertThat(says(Kind.START)).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(says(Kind.START)).isTrue();
    }

    @Test
    void remembersNoMoreThanItsBound() {
        for (var each = 0; each < 1_000; each++) {
            thinning.letsThrough(Kind.START, CHAT, new UserId("user-" + each));
        }
        assertThat(thinning.size()).isLessThanOrEqualTo(10);
    }

    private boolean says(Kind kind) {
        return thinning.letsThrough(kind, CHAT, ALICE);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
