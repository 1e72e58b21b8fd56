package dev.parley.load.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.load.check.Finding.Kind;
import dev.parley.load.client.Arrival;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MarkKind;
import dev.parley.load.wire.Member;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.Target;
import dev.parley.load.wire.UserId;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckerTest {

    private static final UserId ALICE = new UserId("alice");
    private static final UserId BOB = new UserId("bob");
    private static final UserId MALLORY = new UserId("mallory");
    private static final ConversationId ROOM = Histories.conversation(ALICE, BOB);

    private final Histories histories = new Histories();

    @BeforeEach
    void talk() {
        for (int i = 0; i < 3; i++) {
            histories.exchange(ALICE, BOB);
            histories.exchange(BOB, ALICE);
        }
        histories.bystander(MALLORY);
    }

    private static void assertRefuted(History history, Kind kind) {
        var verdict = Checker.check(history);
        assertThat(verdict.count(kind)).as(verdict.toString()).isPositive();
    }

    private static void assertClean(History history) {
        var verdict = Checker.check(history);
        assertThat(verdict.isClean()).as(verdict.toString()).isTrue();
    }

    private Predicate<DeviceLog.Entry> receives(long seq) {
        return entry -> entry.event() instanceof Event.Received received && received.message().seq() == seq;
    }

    @Test
    void passesACorrectHistory() {
        assertClean(histories.build());
    }

    @Test
    void passesARefusalThatIsNotKept() {
        var id = new MessageId(UUID.randomUUID());
        histories.log(ALICE, new Event.Sent(id, new Target.Room(ROOM), 1, null));
        histories.log(ALICE, new Event.Acked(id, ROOM));
        histories.log(ALICE, new Event.Refused(id, "CHAT_CONVERSATION_NOT_FOUND"));
        assertClean(histories.build());
    }

    @Test
    void passesAPushThatIsRepeatedAndDropped() {
        var message = histories.exchange(ALICE, BOB);
        histories.log(BOB, new Event.Received(ROOM, message, Arrival.REPEATED));
        assertClean(histories.build());
    }

    @Test
    void passesAnEditThatTakesANumber() {
        var edited = new Kept(histories.exchange(ALICE, BOB).id(), 7, 8, ALICE, 99);
        histories.log(ALICE, new Event.Altering(ROOM, edited.id(), 99));
        histories.log(ALICE, new Event.Received(ROOM, edited, Arrival.LIVE));
        histories.log(BOB, new Event.Received(ROOM, edited, Arrival.LIVE));
        assertClean(histories.withKept(ROOM, list -> {
            list.set(6, edited);
            return list;
        }));
    }

    @Test
    void refutesALoss() {
        assertRefuted(histories.withKept(ROOM, list -> {
            list.removeLast();
            return list;
        }), Kind.LOST);
    }

    @Test
    void refutesAMessageThatWasShownAndIsNotKept() {
        histories.log(BOB,
                new Event.Received(ROOM, new Kept(new MessageId(UUID.randomUUID()), 7, 7, ALICE, 1), Arrival.LIVE));
        assertRefuted(histories.build(), Kind.LOST);
    }

    @Test
    void refutesADuplicateInTheHistory() {
        assertRefuted(histories.withKept(ROOM, list -> {
            var first = list.getFirst();
            list.add(new Kept(first.id(), 7, 7, first.sender(), first.fingerprint()));
            return list;
        }), Kind.DUPLICATED);
    }

    @Test
    void refutesADuplicateOnADevice() {
        var last = histories.exchange(ALICE, BOB);
        histories.log(BOB,
                new Event.Received(ROOM, new Kept(last.id(), 8, 8, ALICE, last.fingerprint()), Arrival.LIVE));
        assertRefuted(histories.build(), Kind.DUPLICATED);
    }

    @Test
    void refutesAGapInTheHistory() {
        assertRefuted(histories.withKept(ROOM, list -> {
            list.remove(3);
            return list;
        }), Kind.GAP);
    }

    @Test
    void refutesAGapOnADevice() {
        assertRefuted(histories.withLog(BOB, log -> {
            log.removeIf(receives(3));
            return log;
        }), Kind.GAP);
    }

    @Test
    void refutesTwoMessagesThatChangedPlaces() {
        assertRefuted(histories.withKept(ROOM, list -> {
            var third = list.get(2);
            var fifth = list.get(4);
            list.set(2, new Kept(fifth.id(), 3, 3, fifth.sender(), fifth.fingerprint()));
            list.set(4, new Kept(third.id(), 5, 5, third.sender(), third.fingerprint()));
            return list;
        }), Kind.REORDERED);
    }

    @Test
    void refutesADeviceThatWasShownThingsOutOfOrder() {
        assertRefuted(histories.withLog(BOB, log -> {
            var places = java.util.stream.IntStream.range(0, log.size())
                    .filter(place -> log.get(place).event() instanceof Event.Received)
                    .toArray();
            Collections.swap(log, places[1], places[2]);
            return log;
        }), Kind.REORDERED);
    }

    @Test
    void refutesAnotherText() {
        assertRefuted(histories.withKept(ROOM, list -> {
            var first = list.getFirst();
            list.set(0, new Kept(first.id(), 1, 1, first.sender(), 4711));
            return list;
        }), Kind.ALTERED);
    }

    @Test
    void refutesAReplyToAnother() {
        assertRefuted(histories.withKept(ROOM, list -> {
            var first = list.getFirst();
            var second = list.get(1);
            list.set(1, new Kept(second.id(), 2, 2, second.sender(), second.fingerprint(), first.id()));
            return list;
        }), Kind.ALTERED);
    }

    @Test
    void refutesAReplyThatShowsAsNone() {
        var id = new MessageId(UUID.randomUUID());
        histories.log(ALICE, new Event.Sent(id, new Target.Room(ROOM), 1, new MessageId(UUID.randomUUID())));
        histories.log(BOB, new Event.Received(ROOM, new Kept(id, 7, 7, ALICE, 1), Arrival.LIVE));
        assertRefuted(histories.build(), Kind.ALTERED);
    }

    @Test
    void refutesAnotherSender() {
        assertRefuted(histories.withKept(ROOM, list -> {
            var first = list.getFirst();
            list.set(0, new Kept(first.id(), 1, 1, BOB, first.fingerprint()));
            return list;
        }), Kind.ALTERED);
    }

    @Test
    void refutesALeak() {
        var message = histories.exchange(ALICE, BOB);
        histories.log(MALLORY, new Event.Covered(ROOM, 6));
        histories.log(MALLORY, new Event.Received(ROOM, message, Arrival.LIVE));
        assertRefuted(histories.build(), Kind.LEAK);
    }

    @Test
    void refutesALeakedReceipt() {
        histories.log(MALLORY, new Event.ReceiptSeen(MarkKind.READ, ROOM, BOB, 1, Arrival.LIVE));
        assertRefuted(histories.build(), Kind.LEAK);
    }

    @Test
    void refutesAMessageThatWasNeverShown() {
        assertRefuted(histories.withLog(ALICE, log -> {
            log.removeIf(receives(6));
            return log;
        }), Kind.UNDELIVERED);
    }

    @Test
    void refutesAMarkBeyondWhatTheDeviceHolds() {
        histories.log(BOB, new Event.Marked(MarkKind.READ, ROOM, 7));
        histories.exchange(ALICE, BOB);
        assertRefuted(histories.build(), Kind.EARLY_RECEIPT);
    }

    @Test
    void refutesAReceiptThatIsShownBeforeItsMark() {
        histories.log(ALICE, new Event.ReceiptSeen(MarkKind.READ, ROOM, BOB, 7, Arrival.LIVE));
        histories.exchange(ALICE, BOB);
        assertRefuted(histories.build(), Kind.EARLY_RECEIPT);
    }

    @Test
    void refutesAKeptMarkBeyondWhatTheDevicesHold() {
        assertRefuted(histories.withMarks(ROOM, new Member(BOB, 9, 9, 0)), Kind.EARLY_RECEIPT);
    }

    @Test
    void refutesAMarkThatStaysBehind() {
        assertRefuted(histories.withMarks(ROOM, new Member(BOB, 5, 3, 0)), Kind.MARK_BEHIND);
    }

    @Test
    void refutesASendWithoutAnAnswer() {
        histories.log(ALICE, new Event.Sent(new MessageId(UUID.randomUUID()), new Target.Person(BOB), 1, null));
        assertRefuted(histories.build(), Kind.UNANSWERED);
    }

    @Test
    void refutesARefusalThatIsKept() {
        var message = histories.exchange(ALICE, BOB);
        histories.log(ALICE, new Event.Refused(message.id(), "CHAT_INTERNAL"));
        assertRefuted(histories.build(), Kind.CONTRADICTED);
    }

    @Test
    void asksNothingOfADeviceThatLeft() {
        var history = histories.withLog(MALLORY, log -> log);
        var devices = history.devices().stream().map(device -> {
            var entries = device.user().equals(BOB) ? device.entries().subList(0, 4) : device.entries();
            var stays = !device.user().equals(BOB);
            return new DeviceLog(device.user(), device.number(), device.marks(), stays, entries);
        }).toList();
        var verdict = Checker.check(new History(devices, history.stored()));
        assertThat(verdict.count(Kind.UNDELIVERED)).isZero();
        assertThat(verdict.count(Kind.MARK_BEHIND)).isZero();
    }

    @Test
    void countsAllAndKeepsTheFirstOfAKind() {
        var verdict = new Verdict();
        for (int i = 0; i < 150; i++) {
            verdict.add(new Finding(Kind.GAP, ROOM, null, null, "number " + i));
        }
        assertThat(verdict.count(Kind.GAP)).isEqualTo(150);
        assertThat(verdict.findings()).hasSize(100);
        assertThat(verdict.summary()).isEqualTo("GAP 150");
        assertThat(List.of(verdict.toString().split("\n")).getLast()).contains("conversation=" + ROOM);
    }
}
