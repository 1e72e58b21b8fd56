package dev.parley.access;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long a start waits for what somebody else is still making, before it is given up. */
public record StartPatience(Duration duration) {

    private static final Logger log = LoggerFactory.getLogger(StartPatience.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /**
     * @param lack looks once, and says what is not there yet
     * @throws StartRefused the last one that was said, when the time is over
     */
    public void await(Supplier<Optional<StartRefused>> lack) {
        var deadline = System.nanoTime() + duration.toNanos();
        for (var found = lack.get(); found.isPresent(); found = lack.get()) {
            pauseBefore(deadline, found.get());
        }
    }

    private static void pauseBefore(long deadline, StartRefused refused) {
        if (System.nanoTime() + PAUSE.toNanos() > deadline) {
            throw refused;
        }
        log.info("waiting: {}", refused.getMessage());
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused;
        }
    }
}
