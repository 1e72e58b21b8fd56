package dev.parley.search.indexing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that fill one generation: each goes on as a new member of the group when its membership ends. */
final class GenerationThreads {

    private static final Logger log = LoggerFactory.getLogger(GenerationThreads.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    /** Longer than it takes to join, and to fail again: what fails over and over is not well in between. */
    private static final Duration RECOVERY = Duration.ofSeconds(15);

    private final int number;
    private final Supplier<Follower> followers;
    private final Duration backoff;
    private final List<Worker> workers;

    GenerationThreads(int number, Supplier<Follower> followers, IndexingSettings settings) {
        this.number = number;
        this.followers = followers;
        this.backoff = settings.maxBackoff();
        this.workers = IntStream.range(0, settings.threads()).mapToObj(_ -> new Worker()).toList();
    }

    void start() {
        for (var i = 0; i < workers.size(); i++) {
            workers.get(i).start("index-" + number + "-" + i);
        }
    }

    /** Asks them to stop; {@link #awaitEnd} waits for it. */
    void stop() {
        workers.forEach(Worker::stop);
    }

    void awaitEnd() {
        workers.forEach(Worker::awaitEnd);
    }

    /** Why one of them is not a member of the group, or was not a moment ago; empty if all are. */
    Optional<String> trouble() {
        return workers.stream().flatMap(worker -> worker.trouble().stream()).findFirst();
    }

    /** @param at by the clock of this process */
    private record Failure(String reason, long at) {

        static Failure of(RuntimeException e) {
            return new Failure(String.valueOf(e.getMessage()), System.nanoTime());
        }
    }

    private final class Worker implements Runnable {

        private final CountDownLatch stopping = new CountDownLatch(1);
        private volatile @Nullable Follower follower;
        private volatile @Nullable Thread thread;
        private volatile @Nullable Failure failure;

        void start(String name) {
            thread = Thread.ofPlatform().name(name).start(this);
        }

        Optional<String> trouble() {
            var last = failure;
            if (last != null && System.nanoTime() - last.at() < RECOVERY.toNanos()) {
                return Optional.of(last.reason());
            }
            return follower == null ? Optional.of("has not joined the group") : Optional.empty();
        }

        @Override
        public void run() {
            while (!isStopping()) {
                try {
                    follow();
                } catch (WakeupException | InterruptException e) {
                    if (!isStopping()) {
                        log.warn("A follower of generation {} was woken without being stopped; it joins again",
                                number);
                    }
                } catch (GenerationGone e) {
                    log.info("Waiting to be stopped: {}", e.getMessage());
                    pause();
                } catch (PositionOutOfLog e) {
                    failure = Failure.of(e);
                    log.error("Following waits for {} ms: {}", backoff.toMillis(), e.getMessage());
                    pause();
                } catch (RuntimeException e) {
                    failure = Failure.of(e);
                    log.error("A follower of generation {} failed and joins again in {} ms", number,
                            backoff.toMillis(), e);
                    pause();
                }
            }
        }

        void stop() {
            stopping.countDown();
            var current = follower;
            if (current != null) {
                current.wakeup();
            }
        }

        void awaitEnd() {
            var current = thread;
            try {
                if (current != null && !current.join(STOP_TIMEOUT)) {
                    log.warn("A follower of generation {} did not stop within {} s", number,
                            STOP_TIMEOUT.toSeconds());
                    current.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void follow() {
            try (var current = followers.get()) {
                current.join();
                follower = current;
                while (!isStopping()) {
                    current.step();
                }
            } finally {
                follower = null;
            }
        }

        private boolean isStopping() {
            return stopping.getCount() == 0;
        }

        private void pause() {
            try {
                if (stopping.await(backoff.toMillis(), TimeUnit.MILLISECONDS)) {
                    log.debug("Stopped while waiting to join again");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
