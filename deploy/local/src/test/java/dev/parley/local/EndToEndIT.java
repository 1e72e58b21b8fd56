package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.parley.load.client.ClientSettings;
import dev.parley.load.client.Endpoints;
import dev.parley.load.crowd.Crowd;
import dev.parley.load.crowd.Person;
import dev.parley.load.wire.TokenSigner;
import dev.parley.load.wire.UserId;

/** The whole system over the public wire, with the checker's word on it: in quiet, and while parts of it die. */
class EndToEndIT {

    private static final int PEOPLE = 24;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Longer in {@code ./mvnw verify -Pguarantees}. */
    private static final Duration TRAFFIC = "long".equals(System.getProperty("parley.guarantees"))
            ? Duration.ofSeconds(60)
            : Duration.ofSeconds(4);

    @TempDir
    private static Path folder;

    private static LocalStack stack;

    /** What happens to a part while people talk. */
    enum Fault {
        WRITER_KILLED("persistence", 0),
        GATEWAY_KILLED("gateway-1", 1),
        REDIS_KILLED("redis", 2),
        POSTGRES_KILLED("postgres", 2),
        KAFKA_KILLED("kafka", 2),
        /** Past the session time-out of the writers' group: it comes back as a zombie. */
        WRITER_PAUSED("persistence", 9);

        private final String part;
        private final Duration away;

        Fault(String part, int secondsAway) {
            this.part = part;
            this.away = Duration.ofSeconds(secondsAway);
        }

        void happen() throws Exception {
            if (this == WRITER_PAUSED) {
                stack.pause(part);
            } else {
                stack.kill(part);
            }
            TimeUnit.NANOSECONDS.sleep(away.toNanos());
            stack.start(part);
        }
    }

    @BeforeAll
    static void start() throws Exception {
        stack = LocalStack.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        stack.close();
    }

    @Test
    void carriesMessagesBetweenGatewaysToAllDevices() throws Exception {
        try (var crowd = crowd()) {
            var alice = crowd.join("alice", 0);
            var bob = crowd.join("bob", 1);
            var bobsPhone = crowd.join("bob", 0);
            crowd.awaitCaughtUp(PATIENCE);
            var question = alice.say(bob.user(), "Are you there?");
            await().atMost(PATIENCE).until(() -> bobsPhone.shown().contains(question));
            var answer = bob.say(alice.user(), "I am.");
            await().atMost(PATIENCE).until(() -> alice.shown().contains(answer));
            assertThat(crowd.settle(PATIENCE).isClean()).isTrue();
            assertThat(bob.shown()).containsExactly(question, answer);
            assertThat(bobsPhone.shown()).containsExactly(question, answer);
            assertThat(alice.shown()).containsExactly(question, answer);
        }
    }

    @Test
    void keepsWhatIsSentToSomebodyWhoIsAway() throws Exception {
        try (var crowd = crowd()) {
            var carol = crowd.join("carol");
            crowd.awaitCaughtUp(PATIENCE);
            var ids = IntStream.range(0, 30).mapToObj(n -> carol.say(new UserId("dave"), "line " + n)).toList();
            await().atMost(PATIENCE).until(() -> carol.shown().size() == ids.size());
            var dave = crowd.join("dave");
            await().atMost(PATIENCE).until(() -> dave.shown().size() == ids.size());
            assertThat(crowd.settle(PATIENCE)).hasToString("nothing lost, nothing twice, nothing out of order");
            assertThat(dave.shown()).containsExactlyElementsOf(ids);
        }
    }

    @ParameterizedTest
    @EnumSource
    void losesNothingAndDoublesNothing(Fault fault) throws Exception {
        try (var crowd = crowd(); var traffic = Executors.newVirtualThreadPerTaskExecutor()) {
            var people = IntStream.range(0, PEOPLE).mapToObj(n -> crowd.join(fault + "-" + n)).toList();
            crowd.awaitCaughtUp(PATIENCE);
            var over = new AtomicBoolean();
            var talk = traffic.submit(() -> talk(people, over));
            TimeUnit.NANOSECONDS.sleep(TRAFFIC.toNanos() / 2);
            fault.happen();
            TimeUnit.NANOSECONDS.sleep(TRAFFIC.toNanos() / 2);
            over.set(true);
            assertThat(talk.get()).isGreaterThan(100);
            assertThat(crowd.settle(PATIENCE)).hasToString("nothing lost, nothing twice, nothing out of order");
        }
    }

    private static Crowd crowd() {
        var endpoints = new Endpoints(List.of(stack.gateway(1), stack.gateway(2)), stack.rest());
        var tokens = TokenSigner.fromFile(stack.secretFile(), Duration.ofHours(1), Clock.systemUTC());
        return new Crowd(endpoints, tokens, ClientSettings.defaults());
    }

    /** Everybody to anybody, about 200 messages a second; answers how many were said. */
    private static int talk(List<Person> people, AtomicBoolean over) throws InterruptedException {
        var random = new Random(42);
        var said = 0;
        while (!over.get()) {
            var others = new ArrayList<>(people);
            var sender = others.remove(random.nextInt(others.size()));
            sender.say(others.get(random.nextInt(others.size())).user(), "message " + said++);
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return said;
    }
}
