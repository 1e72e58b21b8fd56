package dev.parley.local.trace;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.apache.kafka.common.KafkaException;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.Topics;
import dev.parley.local.targets.Target;
import dev.parley.local.targets.TargetException;
import io.lettuce.core.RedisException;

/**
 * Goes from station to station. One that does not answer is named, and the others are looked at all the same: it is at
 * night, with something broken, that this is needed.
 */
public final class Trace {

    private final Target target;
    private final Question question;
    private final Findings findings = new Findings();

    private Trace(Target target, Question question) {
        this.target = target;
        this.question = question;
    }

    /** @return whether the message was found, and everything could be looked at */
    public static boolean print(Target target, Question question, PrintStream out) throws InterruptedException {
        var trace = new Trace(target, question);
        var found = trace.follow();
        out.println("Message " + question.message() + found.map(id -> " in conversation " + id).orElse(""));
        trace.findings.print(out);
        if (found.isEmpty()) {
            out.println("Not found: neither stored nor in what was looked through (--window, --conversation)");
        }
        return found.isPresent() && !trace.findings.hasTroubles();
    }

    /** @return its conversation, once anything of it is found */
    private Optional<ConversationId> follow() throws InterruptedException {
        // The log by time is cheaper than the table without its key.
        var byTime = question.made().filter(_ -> question.conversation().isEmpty()).map(question::around);
        var early = byTime.flatMap(window -> commands(question, window));
        var found = early.flatMap(CommandRecords::conversation).map(question::in).orElse(question);
        var row = row(found);
        var known = row.map(each -> question.in(each.conversation())).orElse(found);
        var missed = early.filter(CommandRecords::isEmpty).isPresent() && row.isPresent();
        var time = row.map(Rows.Row::sentAt).or(question::made);
        var commands = byTime.isEmpty() || missed
                ? commands(known, time.map(question::around).orElseGet(question::latest))
                : early;
        commands.ifPresent(records -> records.tell(findings, question.content()));
        if (row.isPresent()) {
            facts(known, row.get());
            pushes(row.get());
            index(row.get());
        } else if (findings.hasTroubles()) {
            findings.trouble("facts, mailboxes and index, since it is the row that says where to look");
        }
        return known.conversation().or(() -> commands.flatMap(CommandRecords::conversation))
                .filter(_ -> row.isPresent() || findings.hasStationAt(Topics.COMMANDS));
    }

    private Optional<CommandRecords> commands(Question known, Question.Window window) {
        try (var log = new LogScan(target.requireLog())) {
            var found = log.find(Topics.COMMANDS, known.conversation(), window,
                    source -> Records.isCommandOf(known.message(), source));
            findings.scanned(found.scanned());
            return Optional.of(new CommandRecords(found.records()));
        } catch (KafkaException | TargetException e) {
            findings.trouble("Kafka: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Rows.Row> row(Question known) {
        try (var rows = new Rows(target.requireStore())) {
            var row = rows.message(known);
            if (row.isPresent()) {
                new Stored(row.get(), rows.marks(row.get().conversation())).tell(findings, question.content());
            } else {
                findings.add(Station.told("PostgreSQL", "no row"));
                for (var refused : rows.refusals(known.message())) {
                    findings.add(Station.seen(refused.at(), "PostgreSQL refusals",
                            "refused at " + refused.place() + ": " + refused.code() + ", " + refused.reason()));
                }
            }
            return row;
        } catch (SQLException | TargetException | Rows.TooLong e) {
            findings.trouble("PostgreSQL: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void facts(Question known, Rows.Row row) {
        try (var log = new LogScan(target.requireLog())) {
            new FactScan(log, known, row).tell(findings);
        } catch (KafkaException | TargetException e) {
            findings.trouble("Kafka: " + e.getMessage());
        }
    }

    private void pushes(Rows.Row row) {
        if (target.redis().isEmpty()) {
            findings.trouble("Redis: redis.url: missing");
            return;
        }
        try (var mailboxes = MailboxScan.open(target.redis().get())) {
            var found = mailboxes.find(question.message(), question.around(row.changedAt()));
            found.pushes().forEach(findings::add);
            findings.scanned(
                    found.entries() + " entries of " + found.mailboxes() + " mailboxes, which keep the newest");
        } catch (RedisException e) {
            findings.trouble("Redis: " + e.getMessage());
        }
    }

    private void index(Rows.Row row) throws InterruptedException {
        try {
            var look = new IndexLook(target);
            var generation = look.generation();
            var which = generation.isPresent() ? "generation " + generation.getAsInt() + ": " : "";
            findings.add(Station.told("search index", which + look.search(question.message(), row)));
        } catch (IOException | RuntimeException e) {
            findings.trouble("search: " + e);
        }
    }

    /** Of a list, for a line. */
    static List<String> content(boolean wanted, String content) {
        return wanted ? List.of("content: " + content) : List.of();
    }
}
