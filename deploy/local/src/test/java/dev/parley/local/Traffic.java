package dev.parley.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

import dev.parley.load.crowd.Person;

/** Things that people do again and again, each kind on a thread of its own, until they are told to stop. */
final class Traffic implements AutoCloseable {

    private final AtomicBoolean over = new AtomicBoolean();
    private final List<CompletableFuture<Integer>> running = new ArrayList<>();

    /** One thing that somebody does. */
    interface Deed {
        void happen(RandomGenerator random) throws Exception;
    }

    /** Everybody to anybody. */
    static Deed chat(List<Person> people) {
        return random -> {
            var others = new ArrayList<>(people);
            var sender = others.remove(random.nextInt(others.size()));
            sender.say(others.get(random.nextInt(others.size())).user(), "message " + random.nextInt());
        };
    }

    /** Does this again and again, after rests of up to twice so long. */
    Traffic also(Duration rest, Deed deed) {
        var random = new Random(42 + running.size());
        var done = new CompletableFuture<Integer>();
        running.add(done);
        Thread.ofVirtual().start(() -> {
            var times = 0;
            try {
                for (; !over.get(); times++) {
                    deed.happen(random);
                    TimeUnit.NANOSECONDS.sleep(random.nextLong(2 * rest.toNanos()));
                }
                done.complete(times);
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return this;
    }

    void goOnFor(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }

    /** How often each was done; a deed that failed fails here. */
    List<Integer> stop() {
        over.set(true);
        return running.stream().map(CompletableFuture::join).toList();
    }

    @Override
    public void close() {
        over.set(true);
    }
}
