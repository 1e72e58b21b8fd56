package dev.parley.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.UserId;
import dev.parley.gateway.protocol.Presence;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoardTest {

    private static final UserId BOB = new UserId("bob");
    private static final UserId CARL = new UserId("carl");
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private final Board<String> board = new Board<>(3, 2);

    @Test
    void tellsNothingTwice() {
        board.watch("s1", Set.of(BOB), 0);
        board.seen(BOB, NOW);
        assertThat(board.takeSessionsWithNews()).containsExactly("s1");
        assertThat(board.tellNews("s1")).containsExactly(new Presence(BOB, true, NOW));
        board.seen(BOB, NOW.plusSeconds(10));
        assertThat(board.takeSessionsWithNews()).isEmpty();
        assertThat(board.tellNews("s1")).isEmpty();
    }

    @Test
    void takesTwoMissesForAnAbsence() {
        watchOnline();
        board.missed(BOB);
        assertThat(board.tellNews("s1")).isEmpty();
        board.missed(BOB);
        assertThat(board.tellNews("s1")).containsExactly(new Presence(BOB, false, NOW));
    }

    @Test
    void takesOneMissAfterAGoodbye() {
        watchOnline();
        board.gone(BOB);
        assertThat(board.tellNews("s1")).hasSize(1);
    }

    @Test
    void doesNotAddMissesUpAcrossAnOutage() {
        watchOnline();
        board.missed(BOB);
        board.forgetMisses();
        board.missed(BOB);
        assertThat(board.tellNews("s1")).isEmpty();
    }

    @Test
    void doesNotTakeAFirstLookOfAnotherForAMiss() {
        watchOnline();
        board.absent(BOB);
        board.missed(BOB);
        assertThat(board.tellNews("s1")).isEmpty();
    }

    @Test
    void keepsWhatCouldNotBeTold() {
        board.watch("s1", Set.of(BOB), 0);
        board.seen(BOB, NOW);
        board.takeSessionsWithNews();
        board.keep("s1");
        assertThat(board.takeSessionsWithNews()).containsExactly("s1");
        assertThat(board.tellNews("s1")).hasSize(1);
    }

    @Test
    void replacesWhatASessionWatched() {
        watchOnline();
        board.watch("s1", Set.of(CARL), 0);
        assertThat(board.isWatched(BOB)).isFalse();
        assertThat(board.subjects()).containsExactly(CARL);
    }

    @Test
    void stopsShowingThoseWhoAreNoContactsAnyMore() {
        board.watch("s1", Set.of(BOB, CARL), 100);
        assertThat(board.allowedBefore("s1", 100)).isEmpty();
        assertThat(board.allowedBefore("s1", 101)).containsExactlyInAnyOrder(BOB, CARL);
        board.seen(BOB, NOW);
        board.seen(CARL, NOW);
        board.allow("s1", Set.of(CARL), 200);
        assertThat(board.tellNews("s1")).map(Presence::userId).containsExactly(CARL);
        assertThat(board.isWatched(BOB)).isFalse();
    }

    @Test
    void watchesNoMoreThanItsBound() {
        assertThat(board.watch("s1", Set.of(BOB, CARL), 0)).isTrue();
        assertThat(board.watch("s2", Set.of(CARL, new UserId("dora"), new UserId("emil")), 0)).isFalse();
        assertThat(board.watch("s2", Set.of(CARL, new UserId("dora")), 0)).isTrue();
        board.unwatchAllBut("s1"::equals);
        assertThat(board.subjects()).containsExactlyInAnyOrder(BOB, CARL);
    }

    private void watchOnline() {
        board.watch("s1", Set.of(BOB), 0);
        board.seen(BOB, NOW);
        assertThat(board.tellNews("s1")).hasSize(1);
    }
}
