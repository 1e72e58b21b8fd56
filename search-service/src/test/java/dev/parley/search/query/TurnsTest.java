package dev.parley.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.contracts.UserId;
import dev.parley.search.query.QuerySettings.TurnSettings;
import dev.parley.search.query.Turns.Turn;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final UserId ALICE = new UserId("alice");
    private static final UserId BOB = new UserId("bob");
    private static final UserId CAROL = new UserId("carol");

    @Test
    void leavesPlacesToOthersWhateverOneDoes() {
        var turns = new Turns(new TurnSettings(3, 2, 10, 10, Duration.ofMillis(20)));
        var mine = Stream.of(turns.take(ALICE), turns.take(ALICE)).toList();
        isBusy(turns, ALICE, "too many searches of yours at once; try again");
        var bobs = turns.take(BOB);
        isBusy(turns, CAROL, "too many searches at once; try again");
        bobs.close();
        turns.take(CAROL).close();
        mine.forEach(Turn::close);
        assertThat(turns.inside()).isZero();
    }

    @Test
    void waitsForAPlaceThatBecomesFree() throws Exception {
        var turns = new Turns(new TurnSettings(1, 1, 10, 10, Duration.ofSeconds(20)));
        var first = turns.take(ALICE);
        var second = CompletableFuture.supplyAsync(() -> turns.take(BOB), Thread::startVirtualThread);
        Awaitility.await().until(() -> turns.inside() == 2);
        assertThat(second).isNotDone();
        first.close();
        second.get(20, TimeUnit.SECONDS).close();
        assertThat(turns.inside()).isZero();
    }

    @Test
    void sendsAwayWhoFindsTheRoomFull() {
        var turns = new Turns(new TurnSettings(1, 1, 2, 1, Duration.ofSeconds(20)));
        var first = turns.take(ALICE);
        var second = CompletableFuture.supplyAsync(() -> turns.take(ALICE), Thread::startVirtualThread);
        Awaitility.await().until(() -> turns.inside() == 2);
        isBusy(turns, ALICE, "too many searches of yours at once; try again");
        var third = CompletableFuture.supplyAsync(() -> turns.take(BOB), Thread::startVirtualThread);
        Awaitility.await().until(() -> turns.inside() == 3);
        isBusy(turns, CAROL, "too many searches at once; try again");
        first.close();
        third.join().close();
        second.join().close();
        assertThat(turns.inside()).isZero();
    }

    private static void isBusy(Turns turns, UserId user, String message) {
        assertThatExceptionOfType(NotAnswered.class)
                .isThrownBy(() -> turns.take(user))
                .withMessage(message)
                .satisfies(busy -> assertThat(busy.why()).isEqualTo(Outcome.BUSY));
    }
}
