package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.parley.load.wire.UserId;

/** The whole system over the public wire, with the checker's word on it: in quiet, and while parts of it die. */
@ExtendWith(SharedStack.class)
class EndToEndIT {

    private static final int PEOPLE = 24;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Longer in {@code ./mvnw verify -Pguarantees}. */
    private static final Duration TRAFFIC = "long".equals(System.getProperty("parley.guarantees"))
            ? Duration.ofSeconds(60)
            : Duration.ofSeconds(4);

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

        void happen(LocalStack stack) throws Exception {
            if (this == WRITER_PAUSED) {
                stack.pause(part);
            } else {
                stack.kill(part);
            }
            TimeUnit.NANOSECONDS.sleep(away.toNanos());
            switch (this) {
                case REDIS_KILLED -> isMissed(stack, stack.gateway(2), "Redis is away");
                case KAFKA_KILLED -> isMissed(stack, stack.gateway(2), "Kafka has not answered");
                case POSTGRES_KILLED -> isMissed(stack, stack.rest(), "the database has not answered");
                case WRITER_KILLED, GATEWAY_KILLED, WRITER_PAUSED -> stack.start(part);
            }
        }

        private void isMissed(LocalStack stack, URI service, String sentence) throws Exception {
            var probe = new Probe(service);
            probe.awaitUnready(sentence);
            stack.start(part);
            probe.awaitReady();
        }
    }

    @Test
    void carriesMessagesBetweenGatewaysToAllDevices(SharedStack.Running running) throws Exception {
        try (var crowd = running.crowd()) {
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
    void keepsWhatIsSentToSomebodyWhoIsAway(SharedStack.Running running) throws Exception {
        try (var crowd = running.crowd()) {
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
    void losesNothingAndDoublesNothing(Fault fault, SharedStack.Running running) throws Exception {
        try (var crowd = running.crowd(); var traffic = new Traffic()) {
            var people = IntStream.range(0, PEOPLE).mapToObj(n -> crowd.join(fault + "-" + n)).toList();
            crowd.awaitCaughtUp(PATIENCE);
            traffic.also(Duration.ofMillis(5), Traffic.chat(people));
            traffic.goOnFor(TRAFFIC.dividedBy(2));
            fault.happen(running.stack());
            traffic.goOnFor(TRAFFIC.dividedBy(2));
            assertThat(traffic.stop()).allMatch(said -> said > 100);
            assertThat(crowd.settle(PATIENCE)).hasToString("nothing lost, nothing twice, nothing out of order");
        }
    }
}
