package dev.parley.persistence.sync;

import dev.parley.access.rest.ChatException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets in so many at a time, in the order in which they came. */
@Component
class Turns {

    private final Semaphore free;
    private final SyncSettings settings;

    Turns(SyncSettings settings) {
        this.free = new Semaphore(settings.atOnce(), true);
        this.settings = settings;
    }

    /** @throws ChatException if it was not the caller's turn in time */
    <T> T take(Supplier<T> work) {
        try {
            if (!free.tryAcquire(settings.maxWait().toMillis(), TimeUnit.MILLISECONDS)) {
                throw ChatException.unavailable("too many syncs at once; try again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ChatException.unavailable("the service is stopping; try again");
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
