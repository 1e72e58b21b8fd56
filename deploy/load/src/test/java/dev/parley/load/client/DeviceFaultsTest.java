package dev.parley.load.client;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.load.check.Event;
import dev.parley.load.check.Verdict;
import dev.parley.load.client.ClientSettings.Patience;
import dev.parley.load.crowd.Crowd;
import dev.parley.load.crowd.Person;
import dev.parley.load.fake.FakeParley;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeviceFaultsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final FakeParley server = new FakeParley();
    private final Crowd crowd = new Crowd(server.endpoints(), server.tokens(), impatient());
    private final Person alice = crowd.join("alice");
    private final Person bob = crowd.join("bob");

    private static ClientSettings impatient() {
        return ClientSettings.defaults()
                .withPatience(new Patience(Duration.ofSeconds(5), Duration.ofMillis(400), Duration.ofSeconds(30),
                        Duration.ofMillis(300)))
                .withBackoff(new Backoff(Duration.ofMillis(10), Duration.ofMillis(100)));
    }

    @BeforeEach
    void everyoneIsThere() {
        crowd.awaitCaughtUp(PATIENCE);
    }

    @AfterEach
    void close() {
        crowd.close();
        server.close();
    }

    private void talk(int rounds) {
        range(0, rounds).forEach(round -> {
            alice.say(bob.user(), "question " + round);
            bob.say(alice.user(), "answer " + round);
        });
    }

    private void assertNothingWrong() throws InterruptedException {
        assertThat(crowd.settle(PATIENCE)).returns(true, Verdict::isClean);
    }

    @Test
    void deliversInOrderWithReceiptsWhenNothingIsWrong() throws InterruptedException {
        talk(50);
        assertNothingWrong();
        assertThat(bob.shown()).hasSize(100).isEqualTo(alice.shown());
    }

    @Test
    void repairsGapsThatLostPushesLeave() throws InterruptedException {
        talk(10);
        await().until(() -> bob.shown().size() == 20);
        server.faults().losePushes(7);
        talk(20);
        await().until(() -> server.office().lostNothingMore());
        talk(1);
        assertNothingWrong();
    }

    @Test
    void dropsPushesThatComeTwice() throws InterruptedException {
        server.faults().doublePushes(30);
        talk(20);
        assertNothingWrong();
        assertThat(bob.shown()).doesNotHaveDuplicates();
    }

    @Test
    void putsPushesInOrderThatOvertookEachOther() throws InterruptedException {
        server.faults().swapPushes(9);
        talk(30);
        assertNothingWrong();
    }

    @Test
    void sendsAgainUnderTheSameIdWhenTheAckIsLost() throws InterruptedException {
        server.faults().loseAcks(3);
        talk(10);
        assertNothingWrong();
        assertThat(bob.shown()).hasSize(20);
    }

    @Test
    void keepsTheOrderOfItsSendsWhenOneVanishes() throws InterruptedException {
        server.faults().loseSends(1);
        var sent = new ArrayList<MessageId>();
        range(0, 10).forEach(number -> sent.add(alice.say(bob.user(), "number " + number)));
        assertNothingWrong();
        assertThat(bob.shown()).isEqualTo(sent);
    }

    @Test
    void keepsTheOrderOfItsSendsWhenSomeAreRefusedForNow() throws InterruptedException {
        server.faults().refuseForNow(4);
        var sent = new ArrayList<MessageId>();
        range(0, 10).forEach(number -> sent.add(alice.say(bob.user(), "number " + number)));
        assertNothingWrong();
        assertThat(bob.shown()).isEqualTo(sent);
    }

    @Test
    void sendsMarksAgainThatNobodyHeeded() throws InterruptedException {
        server.faults().loseMarks(100);
        talk(10);
        await().until(() -> bob.shown().size() == 20);
        server.faults().loseMarks(0);
        assertNothingWrong();
    }

    @Test
    void comesBackAndCatchesUpWhenConnectionsDrop() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            talk(20);
            server.dropConnections();
        }
        talk(1);
        assertNothingWrong();
    }

    @Test
    void catchesUpOnWhatWasSentWhileItWasAway() throws InterruptedException {
        server.faults().refuseHandshakes(6);
        bob.loseConnection();
        range(0, 30).forEach(number -> alice.say(bob.user(), "number " + number));
        assertNothingWrong();
        assertThat(arrivals(bob)).contains(Arrival.SYNCED);
    }

    @Test
    void keepsTryingWhenTheHistoryIsUnavailable() throws InterruptedException {
        talk(5);
        server.faults().answerUnavailable(12);
        server.dropConnections();
        talk(5);
        assertNothingWrong();
    }

    @Test
    void catchesUpWhenToldTo() throws InterruptedException {
        talk(5);
        await().until(() -> bob.shown().size() == 10);
        server.faults().losePushes(4);
        alice.say(bob.user(), "lost");
        alice.say(bob.user(), "lost as well");
        await().until(() -> server.office().lostNothingMore());
        server.office().tell("bob", "sync:required", json -> json.writeStringProperty("reason", "reconnected"));
        server.office().tell("alice", "sync:required", json -> json.writeStringProperty("reason", "reconnected"));
        assertNothingWrong();
    }

    @Test
    void showsEveryDeviceOfAUserTheSame() throws InterruptedException {
        var second = crowd.join("bob");
        crowd.awaitCaughtUp(PATIENCE);
        talk(20);
        assertNothingWrong();
        assertThat(second.shown()).isEqualTo(bob.shown());
        var late = crowd.join("bob");
        crowd.awaitCaughtUp(PATIENCE);
        assertNothingWrong();
        assertThat(late.shown()).isEqualTo(bob.shown());
    }

    @Test
    void repeatsASendWithoutDisturbingAnyone() throws InterruptedException {
        var id = new MessageId(UUID.randomUUID());
        alice.say(new Target.Person(bob.user()), id, "once");
        assertNothingWrong();
        alice.say(new Target.Person(bob.user()), id, "once");
        await().until(() -> arrivals(alice).contains(Arrival.REPEATED));
        assertNothingWrong();
        assertThat(arrivals(bob)).containsExactly(Arrival.LIVE);
    }

    @Test
    void turnsAllPagesOfAllConversations() throws InterruptedException {
        var others = range(0, 7).mapToObj(number -> crowd.join("other-" + number)).toList();
        crowd.awaitCaughtUp(PATIENCE);
        for (var other : others) {
            range(0, 9).forEach(number -> other.say(bob.user(), "number " + number));
        }
        assertNothingWrong();
        var late = crowd.join("bob");
        crowd.awaitCaughtUp(PATIENCE);
        assertNothingWrong();
        assertThat(late.shown()).hasSize(63);
    }

    @Test
    void goesOnFromItsNotebookAfterACrash() throws InterruptedException {
        for (int round = 0; round < 6; round++) {
            talk(8);
            bob.crash();
            range(0, 8).forEach(number -> alice.say(bob.user(), "number " + number));
            bob.restart();
        }
        assertNothingWrong();
        assertThat(bob.shown()).hasSize(144).doesNotHaveDuplicates().isEqualTo(alice.shown());
    }

    @Test
    void beginsAnewWhenTheServerKnowsItsTokenNoMore() throws InterruptedException {
        talk(10);
        assertNothingWrong();
        server.office().forgetTokens();
        server.dropConnections();
        await().until(() -> bob.shown().size() == 40 && alice.shown().size() == 40);
        assertNothingWrong();
    }

    private static List<Arrival> arrivals(Person person) {
        return person.log()
                .entries()
                .stream()
                .filter(entry -> entry.event() instanceof Event.Received)
                .map(entry -> ((Event.Received) entry.event()).arrival())
                .toList();
    }
}
