package dev.parley.load.search;

import dev.parley.load.client.ChatClient;
import dev.parley.load.client.Fleet;
import dev.parley.load.client.Rest;
import dev.parley.load.options.Connection;
import dev.parley.load.wire.Content;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.Target;
import dev.parley.load.wire.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sends marked messages at a steady pace, and from its delivery on asks for each of them until it is found. */
public final class SearchProbe implements AutoCloseable {

    /** What the options of a command say of it. */
    public static final String USAGE = """
          --search N         N marked messages a second beside it, each searched for from its delivery until it is found
        """;

    private static final int PAIRS = 4;
    private static final Duration CONNECTING = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ScheduledExecutorService clock = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("search-probe").factory());
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final List<ChatClient> senders = new ArrayList<>();
    private final Sightings sightings = new Sightings();
    private final Rest rest;
    private final AtomicBoolean over = new AtomicBoolean();
    private int sent;

    private SearchProbe(Rest rest) {
        this.rest = rest;
    }

    /** Begins when its devices have had time to connect; they are of users of its own. */
    public static SearchProbe start(Fleet fleet, Connection connection, int perSecond) {
        var probe = new SearchProbe(fleet.rest(connection.search()));
        for (var pair = 0; pair < PAIRS; pair++) {
            var sender = fleet.device(probe.user(pair, "sender"), new ProbeDevice(_ -> {}));
            fleet.device(probe.user(pair, "reader"), new ProbeDevice(probe::delivered)).start();
            sender.start();
            probe.senders.add(sender);
        }
        var pace = TimeUnit.SECONDS.toNanos(1) / perSecond;
        probe.clock.scheduleAtFixedRate(probe::send, CONNECTING.toNanos(), pace, TimeUnit.NANOSECONDS);
        return probe;
    }

    private UserId user(int pair, String role) {
        return new UserId("search-" + role + "-" + run + "-" + pair);
    }

    private void send() {
        if (over.get()) {
            return;
        }
        var pair = sent++ % PAIRS;
        var mark = "mark" + UUID.randomUUID().toString().replace("-", "");
        var id = new MessageId(UUID.randomUUID());
        sightings.sent(id, new Sightings.Marked(mark, user(pair, "sender"), System.nanoTime()));
        senders.get(pair).send(new Target.Person(user(pair, "reader")), id, new Content("found by " + mark));
    }

    private void delivered(MessageId id) {
        sightings.delivered(id, System.nanoTime()).ifPresent(marked -> ask(id, marked));
    }

    private void ask(MessageId id, Sightings.Marked marked) {
        rest.find(marked.sender(), marked.mark()).whenComplete((hits, failure) -> {
            if (failure == null && hits > 0) {
                sightings.found(id, System.nanoTime());
            } else {
                sightings.askedInVain(failure != null);
                again(id, marked);
            }
        });
    }

    private void again(MessageId id, Sightings.Marked marked) {
        if (!clock.isShutdown()) {
            clock.schedule(() -> ask(id, marked), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Sends no more, and gives those that are under way some time. */
    public ProbeReport finish() throws InterruptedException {
        over.set(true);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (sightings.missing() > 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
        close();
        return sightings.report();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        rest.close();
    }
}
