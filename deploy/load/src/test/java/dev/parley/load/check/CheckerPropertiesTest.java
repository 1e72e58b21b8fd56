package dev.parley.load.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.load.check.Finding.Kind;
import dev.parley.load.client.Arrival;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MarkKind;
import dev.parley.load.wire.Member;
import dev.parley.load.wire.UserId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Random talk among a few users: as it was, it passes; with one thing changed, anywhere, it is refuted by name. */
class CheckerPropertiesTest {

    private static final List<UserId> USERS = List.of(new UserId("ann"), new UserId("ben"), new UserId("cem"),
            new UserId("dot"));
    private static final UserId STRANGER = new UserId("stranger");

    /** A correct history, and the message that something will happen to. */
    private record Talk(Histories histories, ConversationId conversation, UserId recipient, Kept message) {

        static Talk of(List<Integer> turns, int victim) {
            var histories = new Histories();
            var talks = new ArrayList<Talk>();
            histories.bystander(STRANGER);
            for (var turn : turns) {
                var from = USERS.get(turn / 3);
                var to = USERS.get((turn / 3 + 1 + turn % 3) % 4);
                talks.add(new Talk(histories, Histories.conversation(from, to), to, histories.exchange(from, to)));
            }
            return talks.get(victim % talks.size());
        }

        boolean isVictim(DeviceLog.Entry entry) {
            return entry.event() instanceof Event.Received received && received.message().equals(message);
        }

        Verdict withKept(java.util.function.UnaryOperator<List<Kept>> change) {
            return Checker.check(histories.withKept(conversation, change));
        }
    }

    private static void assertRefuted(Verdict verdict, Kind kind) {
        assertThat(verdict.count(kind)).as(verdict.toString()).isPositive();
    }

    @Property(tries = 200)
    void passesAsItWas(@ForAll @Size(min = 1, max = 40) List<@IntRange(max = 11) Integer> turns) {
        var verdict = Checker.check(Talk.of(turns, 0).histories().build());
        assertThat(verdict.isClean()).as(verdict.toString()).isTrue();
    }

    @Property(tries = 200)
    void refutesAnyLoss(@ForAll @Size(min = 1, max = 40) List<@IntRange(max = 11) Integer> turns,
            @ForAll @IntRange(max = 39) int victim) {
        var talk = Talk.of(turns, victim);
        assertRefuted(talk.withKept(list -> {
            list.remove(talk.message());
            return list;
        }), Kind.LOST);
    }

    @Property(tries = 200)
    void refutesAnyDuplicate(@ForAll @Size(min = 1, max = 40) List<@IntRange(max = 11) Integer> turns,
            @ForAll @IntRange(max = 39) int victim) {
        var talk = Talk.of(turns, victim);
        var message = talk.message();
        assertRefuted(talk.withKept(list -> {
            var place = list.size() + 1L;
            list.add(new Kept(message.id(), place, place, message.sender(), message.fingerprint()));
            return list;
        }), Kind.DUPLICATED);
    }

    @Property(tries = 200)
    void refutesAnyHole(@ForAll @Size(min = 1, max = 40) List<@IntRange(max = 11) Integer> turns,
            @ForAll @IntRange(max = 39) int victim) {
        var talk = Talk.of(turns, victim);
        var message = talk.message();
        // Everything from the victim on moves up by one: its number is nobody's.
        assertRefuted(talk.withKept(list -> {
            list.replaceAll(one -> one.seq() < message.seq()
                    ? one
                    : new Kept(one.id(), one.seq() + 1, one.seq() + 1, one.sender(), one.fingerprint()));
            return list;
        }), Kind.GAP);
    }

    @Property(tries = 200)
    void refutesAnyTwoNeighboursThatChangedPlaces(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(max = 11) Integer> turns,
            @ForAll @IntRange(max = 39) int victim) {
        var talk = Talk.of(turns, victim);
        var message = talk.message();
        var verdict = talk.withKept(list -> {
            if (message.seq() < list.size()) {
                var place = (int) message.seq();
                var follower = list.get(place);
                list.set(place - 1,
                        new Kept(follower.id(), place, place, follower.sender(), follower.fingerprint()));
                list.set(place, new Kept(message.id(), place + 1, place + 1, message.sender(), message.fingerprint()));
            } else {
                list.set(list.size() - 1, new Kept(message.id(), message.seq() + 1, message.seq() + 1, message.sender(),
                        message.fingerprint()));
            }
            return list;
        });
        assertRefuted(verdict, Kind.REORDERED);
    }

    @Property(tries = 200)
    void refutesAnyOtherText(@ForAll @Size(min = 1, max = 40) List<@IntRange(max = 11) Integer> turns,
            @ForAll @IntRange(max = 39) int victim) {
        var talk = Talk.of(turns, victim);
        var message = talk.message();
        assertRefuted(talk.withKept(list -> {
            list.replaceAll(one -> one.equals(message)
                    ? new Kept(one.id(), one.seq(), one.changedSeq(), one.sender(), ~one.fingerprint())
                    : one);
            return list;
        }), Kind.ALTERED);
    }

    @Property(tries = 200)
    void refutesAnyMessageThatWasNotShown(@ForAll @Size(min = 1, max = 40) List<@IntRange(max = 11) Integer> turns,
            @ForAll @IntRange(max = 39) int victim) {
        var talk = Talk.of(turns, victim);
        assertRefuted(Checker.check(talk.histories().withLog(talk.recipient(), log -> {
            log.removeIf(talk::isVictim);
            return log;
        })), Kind.UNDELIVERED);
    }

    @Property(tries = 200)
    void refutesAnyMarkAheadOfItsMessage(@ForAll @Size(min = 1, max = 40) List<@IntRange(max = 11) Integer> turns,
            @ForAll @IntRange(max = 39) int victim) {
        var talk = Talk.of(turns, victim);
        assertRefuted(Checker.check(talk.histories().withLog(talk.recipient(), log -> {
            var first = log.getFirst();
            log.addFirst(new DeviceLog.Entry(first.at() - 1,
                    new Event.Marked(MarkKind.DELIVERED, talk.conversation(), talk.message().seq())));
            return log;
        })), Kind.EARLY_RECEIPT);
    }

    @Property(tries = 200)
    void refutesAnyMarkThatStaysBehind(@ForAll @Size(min = 1, max = 40) List<@IntRange(max = 11) Integer> turns,
            @ForAll @IntRange(max = 39) int victim) {
        var talk = Talk.of(turns, victim);
        var behind = new Member(talk.recipient(), talk.message().seq() - 1, talk.message().seq() - 1, 0);
        assertRefuted(Checker.check(talk.histories().withMarks(talk.conversation(), behind)), Kind.MARK_BEHIND);
    }

    @Property(tries = 200)
    void refutesAnyLeak(@ForAll @Size(min = 1, max = 40) List<@IntRange(max = 11) Integer> turns,
            @ForAll @IntRange(max = 39) int victim) {
        var talk = Talk.of(turns, victim);
        talk.histories()
                .log(STRANGER, new Event.Received(talk.conversation(), talk.message(), Arrival.LIVE));
        assertRefuted(Checker.check(talk.histories().build()), Kind.LEAK);
    }
}
