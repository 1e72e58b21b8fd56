package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.parley.load.client.RestFailure;
import dev.parley.load.crowd.Person;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MessageId;

/** Groups over the public wire, with the checker's word on it. */
@ExtendWith(SharedStack.class)
class GroupsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final boolean LONG = "long".equals(System.getProperty("parley.guarantees"));
    private static final String CLEAN = "nothing lost, nothing twice, nothing out of order";

    @Test
    void carriesWordsAndSecondThoughtsToAllMembers(SharedStack.Running running) throws Exception {
        try (var crowd = running.crowd()) {
            var olga = crowd.join("olga", 0);
            var paul = crowd.join("paul", 1);
            crowd.awaitCaughtUp(PATIENCE);
            var group = olga.groups().create("Tea", List.of(paul.user())).join();
            var question = olga.say(group, "Tea or cofee?");
            await().atMost(PATIENCE).until(() -> paul.shown().contains(question) && olga.hasAnswers());
            olga.edit(group, question, "Tea or coffee?");
            var answer = paul.reply(group, question, "Tea");
            await().atMost(PATIENCE).until(() -> olga.shown().contains(answer) && paul.hasAnswers());
            paul.delete(group, answer);
            olga.groups().rename(group, "Coffee").join();
            assertThat(crowd.settle(PATIENCE)).hasToString(CLEAN);
            assertThat(paul.shown()).filteredOn(question::equals).hasSize(2);
            assertThat(olga.shown()).filteredOn(answer::equals).hasSize(2);
        }
    }

    @Test
    void hidesEverythingFromSomeoneWhoWasRemoved(SharedStack.Running running) throws Exception {
        try (var crowd = running.crowd()) {
            var ruth = crowd.join("ruth", 0);
            var sven = crowd.join("sven", 1);
            crowd.awaitCaughtUp(PATIENCE);
            var group = ruth.groups().create("Two", List.of(sven.user())).join();
            var before = ruth.say(group, "for both");
            await().atMost(PATIENCE).until(() -> sven.shown().contains(before));
            ruth.groups().remove(group, sven.user()).join();
            var after = ruth.say(group, "for one");
            await().atMost(PATIENCE).until(() -> ruth.shown().contains(after));
            var svensPhone = crowd.join("sven", 0);
            crowd.awaitCaughtUp(PATIENCE);
            assertThat(crowd.settle(PATIENCE)).hasToString(CLEAN);
            assertThat(sven.shown()).containsExactly(before);
            assertThat(svensPhone.shown()).isEmpty();
            assertThatThrownBy(() -> sven.history(group).join()).hasCauseInstanceOf(RestFailure.class)
                    .hasMessageContaining("CHAT_CONVERSATION_NOT_FOUND");
            ruth.groups().add(group, sven.user()).join();
            var again = ruth.say(group, "for both again");
            await().atMost(PATIENCE).until(() -> sven.shown().contains(again) && svensPhone.shown().contains(again));
            assertThat(crowd.settle(PATIENCE)).hasToString(CLEAN);
            assertThat(svensPhone.shown()).containsExactly(again);
        }
    }

    @Test
    void keepsItsPromisesWhileMembersComeAndGoAndAGatewayDies(SharedStack.Running running) throws Exception {
        try (var crowd = running.crowd(); var traffic = new Traffic()) {
            var people = IntStream.range(0, 9).mapToObj(n -> crowd.join("member-" + n)).toList();
            crowd.awaitCaughtUp(PATIENCE);
            var groups = new ArrayList<Room>();
            for (var owner : people.subList(0, 3)) {
                var others = people.stream().filter(one -> one != owner).limit(5).map(Person::user).toList();
                groups.add(new Room(owner, owner.groups().create("Room of " + owner.user(), others).join()));
            }
            traffic.also(Duration.ofMillis(8), random -> any(random, groups).speak(any(random, people), random))
                    .also(Duration.ofMillis(40), random -> any(random, groups).reconsider(any(random, people), random))
                    .also(Duration.ofMillis(250), random -> any(random, groups).comeAndGo(people, random))
                    .also(Duration.ofMillis(900), random -> any(random, people).loseConnection());
            var half = LONG ? Duration.ofSeconds(30) : Duration.ofSeconds(6);
            traffic.goOnFor(half);
            running.stack().kill("gateway-2");
            traffic.goOnFor(Duration.ofSeconds(2));
            running.stack().start("gateway-2");
            traffic.goOnFor(half);
            var done = traffic.stop();
            assertThat(done.get(0)).isGreaterThan(300);
            assertThat(done.get(2)).isGreaterThan(10);
            assertThat(crowd.settle(PATIENCE)).hasToString(CLEAN);
        }
    }

    private static <T> T any(RandomGenerator random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** A group whose owner stays, so that its whole history can be read in the end. */
    private record Room(Person owner, ConversationId id) {

        /** Members and others alike: those who are out are refused. */
        void speak(Person speaker, RandomGenerator random) {
            speaker.say(id, "message " + random.nextInt());
        }

        /** Edits or deletes, now and then, something that this person said before, here or elsewhere; or replies to it. */
        void reconsider(Person person, RandomGenerator random) {
            var own = person.own(id);
            if (own.isEmpty()) {
                return;
            }
            MessageId message = any(random, own);
            switch (random.nextInt(4)) {
                case 0 -> person.delete(id, message);
                case 1 -> person.reply(id, message, "reply " + random.nextInt());
                default -> person.edit(id, message, "edit " + random.nextInt());
            }
        }

        void comeAndGo(List<Person> people, RandomGenerator random) throws InterruptedException {
            var person = any(random, people);
            try {
                switch (random.nextInt(5)) {
                    case 0 -> owner.groups().rename(id, "Title " + random.nextInt()).join();
                    case 1 -> {
                        if (person != owner) {
                            person.groups().leave(id).join();
                        }
                    }
                    case 2 -> {
                        if (person != owner) {
                            owner.groups().remove(id, person.user()).join();
                        }
                    }
                    default -> owner.groups().add(id, person.user()).join();
                }
            } catch (CompletionException e) {
                // Who is out cannot leave, and there may be nobody to remove.
                assertThat(e.getCause()).isInstanceOfSatisfying(RestFailure.class,
                        failure -> assertThat(failure.status()).isIn(403, 404, 409, 422));
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }
}
