package dev.parley.load.search;

import dev.parley.load.client.ChatClient;
import dev.parley.load.client.Fleet;
import dev.parley.load.client.Rest;
import dev.parley.load.wire.Message;
import dev.parley.load.wire.Target;
import dev.parley.load.wire.UserId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends marked messages at a steady pace, and asks for each of them from the moment its sender hears that it is stored until
 * it is found. Its users talk to nobody else and are in no record, so a checker of the load beside it knows nothing of them.
 */
public final class SearchProbe implements AutoCloseable {

    /** One user alone would come up against what a user may send in a minute and search at once. */
    private static final int PAIRS = 4;
    private static final Duration PAUSE = Duration.ofMillis(50);
    /** The next question comes half of the time later that the message has been looked for: who asks on and on is load. */
    private static final int PATIENT = 2;
    /** What was sent last is stored a little later, and searched for from then on. */
    private static final Duration UNTIL_STORED = Duration.ofSeconds(1);

    private final ScheduledExecutorService clock = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("search-probe").factory());
    private final List<Pair> pairs = new ArrayList<>();
    private final Sightings sightings = new Sightings();
    private final AtomicBoolean over = new AtomicBoolean();
    private final ProbeOptions options;
    private final Rest rest;
    private int turn;

    private record Pair(ChatClient sender, UserId reader) {}

    private SearchProbe(ProbeOptions options, Rest rest) {
        this.options = options;
        this.rest = rest;
    }

    /** Connects its devices, and begins when all of them have. */
    public static SearchProbe start(Fleet fleet, URI search, ProbeOptions options) {
        var probe = new SearchProbe(options, fleet.rest(search));
        var run = UUID.randomUUID().toString().substring(0, 8);
        var caughtUp = new ArrayList<CompletableFuture<Void>>();
        for (var pair = 0; pair < PAIRS; pair++) {
            var names = "search-" + run + "-" + pair;
            var reader = new ProbeDevice(_ -> {});
            var sender = new ProbeDevice(probe::stored);
            var receiving = fleet.device(new UserId(names + "-reader"), reader);
            var sending = fleet.device(new UserId(names + "-sender"), sender);
            receiving.start();
            sending.start();
            probe.pairs.add(new Pair(sending, receiving.user()));
            caughtUp.addAll(List.of(reader.caughtUp(), sender.caughtUp()));
        }
        CompletableFuture.allOf(caughtUp.toArray(CompletableFuture[]::new)).thenRun(probe::begin);
        return probe;
    }

    private void begin() {
        if (!clock.isShutdown()) {
            var pace = TimeUnit.SECONDS.toNanos(1) / options.perSecond();
            clock.scheduleAtFixedRate(this::send, 0, pace, TimeUnit.NANOSECONDS);
        }
    }

    private void send() {
        if (over.get()) {
            return;
        }
        var pair = pairs.get(turn++ % PAIRS);
        var message = Marked.by(pair.sender().user());
        sightings.sent(message);
        pair.sender().send(new Target.Person(pair.reader()), message.id(), message.content());
    }

    private void stored(Message message) {
        sightings.stored(message.id(), System.nanoTime()).ifPresent(this::ask);
    }

    private void ask(Marked.Stored stored) {
        rest.search(stored.message().sender(), stored.message().word()).whenComplete((hits, failure) -> {
            var now = System.nanoTime();
            var isLate = now - stored.at() > options.patience().toNanos();
            if (failure != null) {
                sightings.unanswered();
            }
            if (isLate) {
                sightings.givenUp();
            } else if (failure == null && hits.stream().anyMatch(hit -> hit.id().equals(stored.message().id()))) {
                sightings.found(stored, now);
            } else {
                again(stored, now);
            }
        });
    }

    private void again(Marked.Stored stored, long now) {
        if (!clock.isShutdown()) {
            var pause = Math.max(PAUSE.toNanos(), (now - stored.at()) / PATIENT);
            clock.schedule(() -> ask(stored), pause, TimeUnit.NANOSECONDS);
        }
    }

    /** Sends no more, and waits for what is searched for still. */
    public ProbeReport finish() throws InterruptedException {
        over.set(true);
        var deadline = System.nanoTime() + options.patience().plus(UNTIL_STORED).toNanos();
        while (sightings.open() > 0 && System.nanoTime() - deadline < 0) {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
        var report = sightings.report();
        close();
        return report;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        rest.close();
    }
}
