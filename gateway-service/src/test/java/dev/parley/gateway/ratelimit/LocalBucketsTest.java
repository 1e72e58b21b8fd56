package dev.parley.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalBucketsTest {

    private static final Rate TEN_A_MINUTE = Rate.evenly(10, Duration.ofMinutes(1));

    private final AtomicLong nanos = new AtomicLong();
    private final LocalBuckets<String> buckets = new LocalBuckets<>(TEN_A_MINUTE, 100, nanos::get);

    @Test
    void letsABurstThroughAndThenOneByOne() {
        IntStream.range(0, 10).forEach(_ -> assertThat(buckets.take("alice")).isEqualTo(Verdict.WITHIN));
        assertThat(buckets.take("alice")).isEqualTo(new Verdict.Over(Duration.ofSeconds(6)));
        pass(Duration.ofMillis(5_999));
        assertThat(buckets.take("alice")).isEqualTo(new Verdict.Over(Duration.ofMillis(1)));
        pass(Duration.ofMillis(1));
        assertThat(buckets.take("alice")).isEqualTo(Verdict.WITHIN);
        assertThat(buckets.take("alice")).isInstanceOf(Verdict.Over.class);
    }

    @Test
    void keepsEachKeyApart() {
        IntStream.range(0, 11).forEach(_ -> buckets.take("alice"));
        assertThat(buckets.take("bob")).isEqualTo(Verdict.WITHIN);
    }

    @Test
    void forgetsBucketsThatAreFullAgain() {
        buckets.take("alice");
        assertThat(buckets.size()).isEqualTo(1);
        pass(Duration.ofMinutes(1));
        assertThat(buckets.size()).isZero();
    }

    @Test
    void holdsNoMoreThanItsBound() {
        IntStream.range(0, 1_000).forEach(each -> buckets.take("user-" + each));
        assertThat(buckets.size()).isLessThanOrEqualTo(100);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
