package dev.parley.gateway.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Command;
import dev.parley.contracts.Content;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.gateway.protocol.Request;
import dev.parley.gateway.ratelimit.MessageLimit;
import dev.parley.gateway.ratelimit.Verdict;
import dev.parley.gateway.protocol.Request.Mark.Kind;
import dev.parley.tracing.Tracing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class SessionCommandsTest {

    private static final UserId ALICE = new UserId("alice");
    private static final ConversationId CONVERSATION = ConversationId.direct(ALICE, new UserId("bob"));

    private static final MessageId MESSAGE = new MessageId(new UUID(1, 2));

    private final HandLog log = new HandLog();
    private final List<String> answers = new ArrayList<>();
    private CompletionStage<Verdict> verdict = MessageLimit.WITHIN;
    private final Commands commands = new Commands(
            log,
            _ -> verdict,
            new CommandSettings(
                    new CommandSettings.Deadlines(Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ZERO),
                    new CommandSettings.Producer(Duration.ZERO, DataSize.ofKilobytes(64), DataSize.ofMegabytes(1)),
                    new CommandSettings.Receipts(Duration.ofMillis(5), 2),
                    new CommandSettings.Reach(Duration.ZERO, Duration.ZERO),
                    2,
                    Duration.ZERO),
            Clock.fixed(Instant.parse("2026-11-01T10:00:00.123456789Z"), ZoneOffset.UTC),
            Tracing.OFF);
    private final SessionCommands session = commands.of(ALICE, "session-1");

    @Test
    void sendsOneAfterAnother() {
        send("one");
        send("two");
        send("three");
        assertThat(texts()).containsExactly("one");
        log.ack();
        assertThat(texts()).containsExactly("one", "two");
        log.ack();
        log.ack();
        assertThat(texts()).containsExactly("one", "two", "three");
        assertThat(answers).containsExactly("one: in the log", "two: in the log", "three: in the log");
    }

    @Test
    void failsWhatWaitsBehindASendThatFails() {
        send("one");
        send("two");
        log.fail();
        assertThat(texts()).containsExactly("one");
        assertThat(answers).containsExactly(
                "one: CHAT_TEMPORARILY_UNAVAILABLE", "two: CHAT_TEMPORARILY_UNAVAILABLE");
        send("three");
        log.ack();
        assertThat(answers).last().isEqualTo("three: in the log");
    }

    @Test
    void keepsChangesInTheirOrderWithSends() {
        send("one");
        edit("two");
        delete();
        assertThat(log.appended).hasSize(1);
        log.ack();
        log.ack();
        log.ack();
        assertThat(log.appended).map(Command::body)
                .endsWith(new Command.EditMessage(MESSAGE, new Content("two")), new Command.DeleteMessage(MESSAGE));
        assertThat(log.appended).map(command -> command.id().value().version()).containsOnly(7);
        assertThat(answers).containsExactly("one: in the log", "two: in the log", "deletion: in the log");
    }

    @Test
    void failsChangesBehindASendThatFails() {
        send("one");
        edit("two");
        delete();
        log.fail();
        assertThat(log.appended).hasSize(1);
        assertThat(answers).containsExactly(
                "one: CHAT_TEMPORARILY_UNAVAILABLE",
                "two: CHAT_TEMPORARILY_UNAVAILABLE",
                "deletion: CHAT_TEMPORARILY_UNAVAILABLE");
    }

    private void edit(String text) {
        session.edit(
                new Request.EditMessage(CONVERSATION, MESSAGE, new Content(text)),
                outcome -> answers.add(text + ": " + name(outcome)));
    }

    private void delete() {
        session.delete(
                new Request.DeleteMessage(CONVERSATION, MESSAGE),
                outcome -> answers.add("deletion: " + name(outcome)));
    }

    @Test
    void boundsWhatWaits() {
        send("one");
        send("two");
        send("three");
        send("four");
        assertThat(answers).containsExactly("four: CHAT_TEMPORARILY_UNAVAILABLE");
    }

    @Test
    void waitsForTheLimitBeforeItSends() {
        var answer = new CompletableFuture<Verdict>();
        verdict = answer;
        send("one");
        send("two");
        assertThat(log.appended).isEmpty();
        answer.complete(Verdict.WITHIN);
        assertThat(texts()).containsExactly("one");
    }

    @Test
    void refusesWhatIsOverTheLimitAndWhatWaitsBehindIt() {
        send("one");
        send("two");
        send("three");
        verdict = CompletableFuture.completedStage(new Verdict.Over(Duration.ofSeconds(6)));
        log.ack();
        assertThat(texts()).containsExactly("one");
        assertThat(answers).containsExactly(
                "one: in the log", "two: CHAT_RATE_LIMIT_EXCEEDED", "three: CHAT_RATE_LIMIT_EXCEEDED");
        verdict = MessageLimit.WITHIN;
        send("four");
        assertThat(texts()).containsExactly("one", "four");
    }

    @Test
    void keepsSessionsApart() {
        send("one");
        commands.of(ALICE, "session-2").send(request("other"), outcome -> {});
        assertThat(texts()).containsExactly("one", "other");
    }

    @Test
    void makesACommandThatSaysWhoAndWhen() {
        send("one");
        var command = log.appended.getFirst();
        assertThat(command.userId()).isEqualTo(ALICE);
        assertThat(command.sessionId()).isEqualTo("session-1");
        assertThat(command.acceptedAt()).isEqualTo("2026-11-01T10:00:00.123Z");
        assertThat(command.id().value().version()).isEqualTo(7);
        assertThat(command.id().value().getMostSignificantBits() >>> 16)
                .isEqualTo(Instant.parse("2026-11-01T10:00:00.123Z").toEpochMilli());
    }

    @Test
    void collapsesMarksThatWait() {
        mark(Kind.DELIVERED, 1);
        mark(Kind.DELIVERED, 3);
        mark(Kind.DELIVERED, 2);
        mark(Kind.READ, 1);
        assertThat(log.appended).isEmpty();
        assertThat(log.letTimePass()).isEqualTo(1);
        assertThat(log.appended).map(Command::body)
                .containsExactly(new Command.MarkDelivered(3), new Command.MarkRead(1));
    }

    @Test
    void doesNotHoldMarksBehindSends() {
        send("one");
        mark(Kind.READ, 1);
        log.letTimePass();
        assertThat(log.appended).hasSize(2);
    }

    @Test
    void answersEveryMarkThatAsked() {
        for (var seq = 1; seq <= 2; seq++) {
            session.mark(new Request.Mark(Kind.READ, CONVERSATION, seq), outcome -> answers.add(name(outcome)));
        }
        log.letTimePass();
        log.fail();
        assertThat(answers).containsExactly("CHAT_TEMPORARILY_UNAVAILABLE", "CHAT_TEMPORARILY_UNAVAILABLE");
    }

    @Test
    void boundsTheMarksThatWait() {
        mark(Kind.DELIVERED, 1);
        mark(Kind.READ, 1);
        var third = ConversationId.direct(ALICE, new UserId("carl"));
        session.mark(new Request.Mark(Kind.READ, third, 1), outcome -> answers.add(name(outcome)));
        assertThat(answers).containsExactly("CHAT_TEMPORARILY_UNAVAILABLE");
        mark(Kind.READ, 2);
        log.letTimePass();
        assertThat(log.appended).map(Command::body).contains(new Command.MarkRead(2));
    }

    private void send(String text) {
        session.send(request(text), outcome -> answers.add(text + ": " + name(outcome)));
    }

    private void mark(Kind kind, long seq) {
        session.mark(new Request.Mark(kind, CONVERSATION, seq), null);
    }

    private static Request.SendMessage request(String text) {
        return new Request.SendMessage(CONVERSATION, null, null, new Content(text), null);
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Appended _ -> "in the log";
            case Outcome.Failed failed -> failed.refusal().code().name();
        };
    }

    private List<String> texts() {
        return log.appended.stream()
                .map(command -> ((Command.SendMessage) command.body()).content().text())
                .toList();
    }
}
