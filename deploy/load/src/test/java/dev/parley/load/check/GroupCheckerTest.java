package dev.parley.load.check;

import static dev.parley.load.check.GroupHistories.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.load.check.DeviceLog.Entry;
import dev.parley.load.check.Event.Wish;
import dev.parley.load.check.Finding.Kind;
import dev.parley.load.client.Arrival;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.UserId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A group whose members come, talk, change their words and go: as it was, it passes; with one thing wrong it is refuted. */
class GroupCheckerTest {

    private static final UserId OLGA = new UserId("olga");
    private static final UserId PAUL = new UserId("paul");
    private static final UserId QUIN = new UserId("quin");
    private static final UserId RUTH = new UserId("ruth");
    private static final UserId MALLORY = new UserId("mallory");

    private final GroupHistories group = new GroupHistories();
    private Kept first = new Kept(new MessageId(new UUID(0, 0)), 1, 1, OLGA, 0);
    private Kept edited = first;

    @BeforeEach
    void live() {
        group.found(OLGA, PAUL, QUIN);
        first = group.say(OLGA);
        group.say(PAUL);
        group.add(OLGA, RUTH);
        group.say(RUTH);
        edited = group.alter(first, 77);
        group.remove(OLGA, QUIN);
        group.say(PAUL);
        group.alter(group.say(RUTH), 0);
    }

    private static void assertClean(History history) {
        var verdict = Checker.check(history);
        assertThat(verdict.isClean()).as(verdict.toString()).isTrue();
    }

    private static void assertRefuted(History history, Kind kind) {
        var verdict = Checker.check(history);
        assertThat(verdict.count(kind)).as(verdict.toString()).isPositive();
    }

    private static Predicate<Entry> shows(Kept message) {
        return entry -> entry.event() instanceof Event.Received received && received.message().equals(message);
    }

    private static Predicate<Entry> isChange(long seq) {
        return entry -> (entry.event() instanceof Event.GroupChanged changed && changed.seq() == seq)
                || entry.event().equals(new Event.Covered(GROUP, seq));
    }

    private History without(UserId user, Predicate<Entry> what) {
        return group.build(logs -> logs.getOrDefault(user, List.of()).removeIf(what), kept -> {});
    }

    @Test
    void passesACorrectHistory() {
        assertClean(group.build());
    }

    @Test
    void passesSomeoneWhoLeftAndCameBack() {
        group.add(PAUL, QUIN);
        group.say(QUIN);
        assertClean(group.build());
    }

    @Test
    void passesAGroupChangeThatNobodyWasThereToHearOf() {
        assertClean(group.build(logs -> logs.values().forEach(log -> log.replaceAll(entry -> entry
                .event() instanceof Event.GroupChanged(var id, var seq, _, _)
                        ? new Entry(entry.at(), new Event.Covered(id, seq))
                        : entry)),
                kept -> {}));
    }

    @Test
    void refutesALeakToSomeoneWhoWasNeverAskedIn() {
        group.log(MALLORY, new Event.Met(GROUP, 1));
        group.log(MALLORY, new Event.Received(GROUP, first, Arrival.LIVE));
        assertRefuted(group.build(), Kind.LEAK);
    }

    @Test
    void refutesALeakOfWhatWasSaidBeforeJoining() {
        group.log(RUTH, new Event.Received(GROUP, first, Arrival.SYNCED));
        assertRefuted(group.build(), Kind.LEAK);
    }

    @Test
    void refutesALeakOfAnEditOfWhatWasSaidBeforeJoining() {
        group.log(RUTH, new Event.Received(GROUP, edited, Arrival.LIVE));
        assertRefuted(group.build(), Kind.LEAK);
    }

    @Test
    void refutesALeakToSomeoneWhoIsNoMemberAnyMore() {
        group.log(QUIN, new Event.Received(GROUP, group.say(OLGA), Arrival.LIVE));
        assertRefuted(group.build(), Kind.LEAK);
    }

    @Test
    void refutesALeakEvenIfTheServerSaysNothingOfTheRemoval() {
        var later = group.say(OLGA);
        group.log(QUIN, new Event.Received(GROUP, later, Arrival.STRAY));
        assertRefuted(group.build(logs -> logs.values().forEach(log -> log.removeIf(entry -> entry
                .event() instanceof Event.GroupChanged || entry.event() instanceof Event.Left)), kept -> {}),
                Kind.LEAK);
    }

    @Test
    void refutesAHoleAmongTheNumbers() {
        var last = group.say(OLGA);
        assertRefuted(group.build(logs -> logs.values().forEach(log -> log.removeIf(shows(last))),
                kept -> kept.remove(1)), Kind.GAP);
        assertRefuted(group.build(logs -> {}, kept -> kept.removeIf(one -> one.seq() == 2)), Kind.GAP);
    }

    @Test
    void refutesADeviceThatMissedAChangeOfTheGroup() {
        assertRefuted(without(PAUL, isChange(3)), Kind.GAP);
    }

    @Test
    void refutesANumberThatWasNeverAdvanced() {
        var again = group.alter(first, 78);
        group.say(OLGA);
        assertClean(group.build());
        assertRefuted(without(RUTH, entry -> entry.event().equals(new Event.Covered(GROUP, again.changedSeq()))),
                Kind.GAP);
    }

    @Test
    void refutesADeviceThatMissedAnEdit() {
        assertRefuted(group.build(logs -> logs.getOrDefault(PAUL, List.of())
                .replaceAll(entry -> shows(edited).test(entry)
                        ? new Entry(entry.at(), new Event.Covered(GROUP, edited.changedSeq()))
                        : entry),
                kept -> {}), Kind.STALE);
    }

    @Test
    void refutesAnEditThatWasAckedAndIsNotKept() {
        var lost = new Event.Altered(GROUP, first.id(), 78, new MessageId(UUID.randomUUID()), false);
        group.log(OLGA, new Event.Altering(GROUP, first.id(), 78));
        group.log(OLGA, lost);
        assertRefuted(group.build(), Kind.LOST);
        group.log(OLGA, new Event.Refused(lost.command(), "CHAT_NOT_ALLOWED"));
        assertClean(group.build());
    }

    @Test
    void refutesATextThatNobodyWrote() {
        assertRefuted(group.build(logs -> {}, kept -> kept.replaceAll(one -> one.equals(edited)
                ? new Kept(one.id(), one.seq(), one.changedSeq(), one.sender(), 666)
                : one)), Kind.ALTERED);
    }

    @Test
    void refutesAMessageThatAMemberWasNeverShown() {
        var last = group.say(OLGA);
        assertRefuted(without(RUTH, shows(last)), Kind.UNDELIVERED);
    }

    @Test
    void refutesASenderWhoNeverHeardOfAMark() {
        var missed = (Predicate<Entry>) entry -> entry.event() instanceof Event.ReceiptSeen seen
                && seen.user().equals(RUTH);
        assertRefuted(without(PAUL, missed), Kind.RECEIPT_MISSING);
        // Who was cut off afterwards may have missed it.
        group.log(PAUL, new Event.Interrupted());
        assertClean(without(PAUL, missed));
    }

    @Test
    void excusesASenderWhoWasOutWhenTheMarkWasGiven() {
        var missed = (Predicate<Entry>) entry -> entry.event() instanceof Event.ReceiptSeen seen
                && seen.user().equals(RUTH);
        group.remove(OLGA, PAUL);
        assertClean(without(PAUL, missed));
        group.add(OLGA, PAUL);
        assertClean(without(PAUL, missed));
        // Marks that pass what was said since are told again.
        group.say(PAUL);
        assertRefuted(without(PAUL, missed), Kind.RECEIPT_MISSING);
    }

    @Test
    void excusesWhatNobodyWhoIsLeftCanRead() {
        var history = group.build();
        var stored = Objects.requireNonNull(history.stored().get(GROUP));
        var readable = stored.messages().stream().filter(one -> one.seq() > 3).toList();
        var steps = readable.stream().map(one -> new Stored.Step(one.changedSeq(), one)).toList();
        var extent = new Stored.Extent(stored.extent().kind(), 3, stored.head(), stored.head());
        var ruth = stored.members().stream().filter(member -> member.user().equals(RUTH)).toList();
        assertClean(new History(history.devices(), Map.of(GROUP, new Stored(extent, ruth, readable, steps))));
    }

    @Test
    void countsARenameAmongTheNumbers() {
        group.log(OLGA, new Event.Asked(Wish.RENAME, GROUP, OLGA));
        group.log(OLGA, new Event.Granted(Wish.RENAME, GROUP, OLGA));
        assertClean(group.build());
    }
}
