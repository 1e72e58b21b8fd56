package dev.parley.load.contract;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.parley.contractcheck.ContractViolation;
import dev.parley.load.check.Event;
import dev.parley.load.client.ClientSettings;
import dev.parley.load.client.Fleet;
import dev.parley.load.crowd.Crowd;
import dev.parley.load.crowd.Person;
import dev.parley.load.fake.FakeParley;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.UserId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FakeParley server = new FakeParley();
    private final Crowd crowd = new Crowd(server.endpoints(), server.tokens(), ClientSettings.defaults());

    @AfterEach
    void close() {
        crowd.close();
        server.close();
    }

    @Test
    void catchesAFrameThatIsNotDocumented() {
        var bob = crowd.join("bob");
        crowd.awaitCaughtUp(PATIENCE);
        server.office().tell("bob", "sync:required", json -> json.writeStringProperty("reason", "boredom"));
        await().until(() -> bob.log().toString().contains("Interrupted"));
        assertThatExceptionOfType(ContractViolation.class)
                .isThrownBy(Watched::verify)
                .withMessageContaining("sync:required from the gateway")
                .withMessageContaining("/data/reason");
    }

    @Test
    void catchesAnAnswerOfRestThatIsNotDocumented() throws InterruptedException {
        server.faults().answerInventively(1);
        crowd.join("bob").say(new UserId("alice"), "hello");
        crowd.settle(PATIENCE);
        assertThatExceptionOfType(ContractViolation.class)
                .isThrownBy(Watched::verify)
                .withMessageContaining("/api/v1/conversations")
                .withMessageContaining("mood");
    }

    @Test
    void catchesACallThatIsNotDocumented() {
        var bob = crowd.join("bob");
        bob.say(new UserId("alice"), "hello");
        await().until(() -> bob.shown().size() == 1);
        try (var fleet = new Fleet(server.endpoints(), server.tokens(), ClientSettings.defaults(), 1)) {
            fleet.rest().newest(bob.user(), conversationOf(bob), 1_000).join();
        }
        assertThatExceptionOfType(ContractViolation.class).isThrownBy(Watched::verify).withMessageContaining("limit");
    }

    private static ConversationId conversationOf(Person person) {
        return person.log().entries().stream()
                .filter(entry -> entry.event() instanceof Event.Received)
                .map(entry -> ((Event.Received) entry.event()).conversation())
                .findFirst()
                .orElseThrow();
    }
}
