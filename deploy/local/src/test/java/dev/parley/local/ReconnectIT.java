package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.parley.load.check.Event;
import dev.parley.load.client.Arrival;
import dev.parley.load.crowd.Person;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MessageId;

/** Clients that lose their connection, or their life, again and again while others talk to them. */
@ExtendWith(SharedStack.class)
class ReconnectIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final boolean LONG = "long".equals(System.getProperty("parley.guarantees"));
    private static final String CLEAN = "nothing lost, nothing twice, nothing out of order";

    @Test
    void showsEachMessageOnceHoweverOftenAClientReconnects(SharedStack.Running running) throws Exception {
        try (var crowd = running.crowd(); var traffic = new Traffic()) {
            var people = IntStream.range(0, 6).mapToObj(n -> crowd.join("steady-" + n)).toList();
            var restless = crowd.join("restless", 0);
            var second = crowd.join("restless", 1);
            var quiet = crowd.join("restless", 0);
            crowd.awaitCaughtUp(PATIENCE);
            traffic.also(Duration.ofMillis(5), random -> {
                var sender = people.get(random.nextInt(people.size()));
                sender.say(restless.user(), "message " + random.nextInt());
            })
                    .also(Duration.ofMillis(60), random -> restless
                            .say(people.get(random.nextInt(people.size())).user(), "answer " + random.nextInt()))
                    // Shorter than a catch-up at times, longer at others; each time it goes on to the other gateway.
                    .also(Duration.ofMillis(300), random -> restless.loseConnection())
                    .also(Duration.ofMillis(700), random -> second.loseConnection());
            traffic.goOnFor(LONG ? Duration.ofSeconds(60) : Duration.ofSeconds(15));
            var done = traffic.stop();
            assertThat(done.get(0)).isGreaterThan(500);
            assertThat(done.get(2)).isGreaterThan(30);
            assertThat(crowd.settle(PATIENCE)).hasToString(CLEAN);
            assertThat(shown(restless)).isEqualTo(shown(quiet)).isEqualTo(shown(second));
            assertThat(restless.shown()).doesNotHaveDuplicates();
            assertThat(arrivals(restless)).containsKeys(Arrival.LIVE, Arrival.SYNCED);
        }
    }

    @Test
    void endsWithTheServersHistoryHoweverOftenAClientIsKilled(SharedStack.Running running) throws Exception {
        try (var crowd = running.crowd(); var traffic = new Traffic()) {
            var people = IntStream.range(0, 6).mapToObj(n -> crowd.join("living-" + n)).toList();
            var mortals = IntStream.range(0, 3).mapToObj(n -> crowd.join("mortal-" + n % 2)).toList();
            crowd.awaitCaughtUp(PATIENCE);
            traffic.also(Duration.ofMillis(5), random -> {
                var sender = people.get(random.nextInt(people.size()));
                sender.say(mortals.get(random.nextInt(mortals.size())).user(), "message " + random.nextInt());
            });
            for (var mortal : mortals) {
                traffic.also(Duration.ofMillis(100), random -> {
                    // While it lives it talks; what it said last is often not acked when it dies.
                    for (var words = random.nextInt(12); words > 0; words--) {
                        mortal.say(people.get(random.nextInt(people.size())).user(), "words " + random.nextInt());
                        TimeUnit.MILLISECONDS.sleep(random.nextInt(80));
                    }
                    mortal.crash();
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
                    mortal.restart();
                });
            }
            traffic.goOnFor(LONG ? Duration.ofSeconds(60) : Duration.ofSeconds(15));
            assertThat(traffic.stop()).allMatch(times -> times > 10);
            assertThat(crowd.settle(PATIENCE)).hasToString(CLEAN);
            var history = crowd.history().stored();
            for (var mortal : mortals) {
                var shown = shown(mortal);
                assertThat(shown).hasSize(people.size());
                shown.forEach((conversation, ids) -> assertThat(history.get(conversation))
                        .satisfies(stored -> assertThat(stored.ids()).isEqualTo(ids)));
            }
        }
    }

    /** What the device has shown in each conversation, in the order shown. */
    private static Map<ConversationId, List<MessageId>> shown(Person person) {
        return received(person).stream()
                .filter(Event.Received::isShown)
                .collect(Collectors.groupingBy(Event.Received::conversation,
                        Collectors.mapping(received -> received.message().id(), Collectors.toList())));
    }

    private static Map<Arrival, Long> arrivals(Person person) {
        return received(person).stream().collect(Collectors.groupingBy(Event.Received::arrival, Collectors.counting()));
    }

    private static List<Event.Received> received(Person person) {
        return person.log()
                .entries()
                .stream()
                .filter(entry -> entry.event() instanceof Event.Received)
                .map(entry -> (Event.Received) entry.event())
                .toList();
    }
}
