package dev.parley.search.indexing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that is done over and over, on a thread of its own; what fails is done again the next time. */
final class Rounds {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final String name;
    private final Duration interval;
    private final Runnable round;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable String trouble = "not begun yet";

    private Rounds(String name, Duration interval, Runnable round) {
        this.name = name;
        this.interval = interval;
        this.round = round;
        this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
    }

    static Rounds start(String name, Duration interval, Runnable round) {
        var rounds = new Rounds(name, interval, round);
        rounds.thread.start();
        return rounds;
    }

    /** Why the last round failed; empty if it did not. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Returns once no round is under way. */
    void stop() {
        stopping.countDown();
        try {
            if (!thread.join(STOP_TIMEOUT)) {
                log.warn("{} did not stop within {} s", name, STOP_TIMEOUT.toSeconds());
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                once();
            } while (!stopping.await(interval.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            log.debug("{} is interrupted, and ends", name);
        }
    }

    private void once() {
        try {
            round.run();
            if (trouble != null) {
                log.debug("{} goes well", name);
            }
            trouble = null;
        } catch (RuntimeException e) {
            // Said once, not each second of an outage.
            if (trouble == null) {
                log.warn("{} fails, and is tried again every {} ms: {}", name, interval.toMillis(), e.toString());
            }
            trouble = String.valueOf(e.getMessage());
        }
    }
}
