package dev.parley.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final CountDownLatch given = new CountDownLatch(1);

    @Test
    void givesTheResultAndTheTurnBack() throws Exception {
        var result = Patience.of(Duration.ofSeconds(10)).await(given::countDown, time -> time);
        assertThat(result).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(9));
        assertThat(given.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void passesAFailureOn() throws Exception {
        assertThatIllegalStateException().isThrownBy(() -> Patience.of(Duration.ofSeconds(10))
                .await(given::countDown, _ -> {
                    throw new IllegalStateException("a bug");
                }))
                .withMessage("a bug");
        assertThat(given.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void doesNotWaitForWorkThatIsLateAndLetsItKeepItsTurn() throws Exception {
        var interrupted = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        var early = new AtomicBoolean();
        assertThatExceptionOfType(NotAnswered.class)
                .isThrownBy(() -> Patience.of(Duration.ofMillis(50)).await(given::countDown, _ -> {
                    stubborn(interrupted, over);
                    early.set(given.getCount() == 0);
                    return true;
                }))
                .satisfies(late -> assertThat(late.why()).isEqualTo(Outcome.LATE));
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(given.getCount()).isOne();
        over.countDown();
        assertThat(given.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(early).isFalse();
    }

    /** Notes that it was interrupted, and goes on. */
    private static void stubborn(CountDownLatch interrupted, CountDownLatch over) {
        while (true) {
            try {
                over.await();
                return;
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        }
    }
}
