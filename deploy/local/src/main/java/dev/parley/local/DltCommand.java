package dev.parley.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.parley.contracts.Command;
import dev.parley.local.deadletters.DeadLetter;
import dev.parley.local.deadletters.DeadLetterLog;
import dev.parley.local.deadletters.Listing;
import dev.parley.local.deadletters.Outcomes;
import dev.parley.local.deadletters.Outcomes.Outcome;
import dev.parley.local.deadletters.Place;
import dev.parley.local.deadletters.Replays;
import dev.parley.local.deadletters.Verdict;
import dev.parley.local.targets.Target;

/** Looks at dead letters, and has commands among them decided again. */
record DltCommand(Target target, CommandLine line, Terminal terminal) {

    static final String USAGE = "list [--last N] | show TOPIC:PARTITION:OFFSET [--content]"
            + " | replay TOPIC:PARTITION:OFFSET | --all  [--yes]";

    static final Set<String> FLAGS = Set.of("--content", "--yes", "--all");
    static final Set<String> SETTINGS = Set.of("--last", LocalTarget.OPTION);

    private static final int LISTED = 50;
    private static final int MOST = 1000;
    private static final int DONE = 0;
    private static final int FAILED = 1;

    static DltCommand of(CommandLine line, Home home, Terminal terminal) throws IOException, InterruptedException {
        return new DltCommand(LocalTarget.of(line, home), line, terminal);
    }

    int run() throws IOException, InterruptedException, UsageException {
        var log = new DeadLetterLog(target.requireLog().properties());
        var listing = new Listing(log, terminal.out());
        var words = line.arguments();
        return switch (words.getFirst()) {
            case "list" -> {
                requireWords(1);
                listing.list(last());
                yield DONE;
            }
            case "show" -> {
                requireWords(2);
                listing.show(Place.parse(words.getLast()), line.has("--content"));
                yield DONE;
            }
            case "replay" -> replay(chosen(log));
            default -> throw new UsageException("dlt " + words.getFirst() + ": no such word (expected: " + USAGE + ")");
        };
    }

    private List<DeadLetter> chosen(DeadLetterLog log) throws IOException, UsageException {
        requireWords(line.has("--all") ? 1 : 2);
        return line.has("--all") ? log.waiting(MOST) : List.of(log.at(Place.parse(line.arguments().getLast())));
    }

    private int replay(List<DeadLetter> letters) throws IOException, InterruptedException {
        var unfit = letters.stream().filter(letter -> !report(letter)).count();
        var fit = letters.stream().filter(letter -> Verdict.of(letter) instanceof Verdict.Fit).toList();
        if (fit.isEmpty()) {
            terminal.out().println("Nothing to replay");
            return unfit == 0 ? DONE : FAILED;
        }
        if (!line.has("--yes") && !isConfirmed(fit.size())) {
            terminal.out().println("Nothing was replayed");
            return FAILED;
        }
        return replayAll(fit) && unfit == 0 ? DONE : FAILED;
    }

    /** @return whether it can be replayed */
    private boolean report(DeadLetter letter) {
        return switch (Verdict.of(letter)) {
            case Verdict.Fit _ -> true;
            case Verdict.Unfit(var why) -> {
                terminal.out().println(letter.place() + "  not replayed: " + why);
                yield false;
            }
        };
    }

    private boolean isConfirmed(int count) throws IOException {
        terminal.out().print(count + (count == 1 ? " command is" : " commands are") + " decided anew, after all that "
                + "came since; the senders were told that they failed, and may have said it again. Replay? [y/N] ");
        terminal.out().flush();
        var answer = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8)).readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    private boolean replayAll(List<DeadLetter> letters) throws IOException, InterruptedException {
        var isDecided = true;
        try (var replays = new Replays(target.requireLog().properties());
                var outcomes = target.store().isPresent() ? new Outcomes(target.requireStore()) : null) {
            for (var letter : letters) {
                if (Verdict.of(letter) instanceof Verdict.Fit(Command command)) {
                    var place = replays.replay(letter, command);
                    var outcome = outcomes == null ? Optional.<Outcome>empty() : Optional.of(outcomes.await(place));
                    isDecided &= outcome.filter(each -> each != Outcome.DECIDED).isEmpty();
                    terminal.out().println(letter.place() + "  replayed as " + place + ": "
                            + outcome.map(Outcome::toString).orElse("what becomes of it is in the database, and "
                                    + target.name() + " names none"));
                }
            }
        }
        return isDecided;
    }

    private int last() throws UsageException {
        var text = line.last("--last").orElse(Integer.toString(LISTED));
        if (!text.matches("[1-9]\\d{0,3}") || Integer.parseInt(text) > MOST) {
            throw new UsageException("--last: " + text + " (expected: 1 to " + MOST + ")");
        }
        return Integer.parseInt(text);
    }

    private void requireWords(int count) throws UsageException {
        if (line.arguments().size() != count) {
            throw new UsageException(
                    "dlt " + String.join(" ", line.arguments()) + ": not understood (expected: " + USAGE + ")");
        }
    }
}
