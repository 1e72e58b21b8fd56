package dev.parley.load.crowd;

import dev.parley.load.check.Checker;
import dev.parley.load.check.History;
import dev.parley.load.check.HistoryReader;
import dev.parley.load.check.Recorder;
import dev.parley.load.check.Verdict;
import dev.parley.load.client.ClientSettings;
import dev.parley.load.client.Endpoints;
import dev.parley.load.client.Fleet;
import dev.parley.load.wire.TokenSigner;
import dev.parley.load.wire.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** People on simulated devices over one system under test, and the checker's word on what happened to them. */
public final class Crowd implements AutoCloseable {

    private static final Duration BETWEEN_CHECKS = Duration.ofMillis(250);

    private final Fleet fleet;
    private final Recorder recorder;
    private final List<Person> people = new ArrayList<>();
    private final Set<UserId> users = new HashSet<>();

    public Crowd(Endpoints endpoints, TokenSigner tokens, ClientSettings settings) {
        this.fleet = new Fleet(endpoints, tokens, settings, 1);
        this.recorder = new Recorder(settings.marks());
    }

    /** Another device of this user, on the next gateway in turn. */
    public Person join(String user) {
        return join(user, people.size());
    }

    /** Another device of this user, which tries this gateway first. */
    public synchronized Person join(String user, int gateway) {
        var id = new UserId(user);
        var person = new Person(fleet, recorder.device(id), gateway);
        people.add(person);
        users.add(id);
        return person;
    }

    /** Waits until everyone has caught up once. */
    public void awaitCaughtUp(Duration patience) {
        CompletableFuture.allOf(people.stream().map(Person::caughtUp).toArray(CompletableFuture[]::new))
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** What was seen so far, with what is kept now. */
    public History history() {
        return recorder.history(new HistoryReader(fleet.rest()).read(users));
    }

    /**
     * Checks again and again until no finding is left: while messages and marks are under way some are bound to be. Past the
     * deadline the last verdict stands. A REST that does not answer yet is waited for like everything else.
     */
    public Verdict settle(Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var late = System.nanoTime() - deadline >= 0;
            var begun = people.stream().allMatch(Person::hasBegunAll);
            try {
                var verdict = Checker.check(history());
                if (late || (verdict.isClean() && begun)) {
                    return verdict;
                }
            } catch (CompletionException e) {
                if (late) {
                    throw e;
                }
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_CHECKS.toMillis());
        }
    }

    @Override
    public void close() {
        fleet.close();
    }
}
