package dev.parley.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The commands: what each takes, and what help says of it. */
enum Verb {

    UP("[--detach] [--fresh] [--no-limits] [--set KEY=VALUE]... [--port-base N]",
            "start the stack; in the foreground, Ctrl-C stops it",
            Set.of("--detach", "--fresh", "--no-limits"), Set.of("--set", "--port-base"), 0, 0),
    DOWN("", "stop the stack", Set.of(), Set.of(), 0, 0),
    STATUS("", "list the parts with pid, port and health; exits 0 only when all are healthy", Set.of(), Set.of(), 0, 0),
    LOGS("[PART]", "the last lines of all logs, or follow one part's", Set.of(), Set.of(), 0, 1),
    KILL("PART", "end a part the hard way (SIGKILL)", Set.of(), Set.of(), 1, 1),
    PAUSE("PART", "hold a part (SIGSTOP)", Set.of(), Set.of(), 1, 1),
    START("PART", "start a part that was killed, or continue one that is held", Set.of(), Set.of(), 1, 1),
    TOKEN("USER... | -  [--ttl 1h]", "print a signed development token for each user; - reads the users from stdin",
            Set.of(), Set.of("--ttl", LocalTarget.OPTION), 1, Integer.MAX_VALUE),
    TALK("--as USER --to USER", "chat in the terminal", Set.of(), Set.of(LocalTarget.OPTION), 0, Integer.MAX_VALUE),
    REPLAY("FILE.jsonl[.gz] [--rate N] [--users N] [--search [N]]",
            "play a file of {\"from\",\"to\",\"content\"} lines through real sockets",
            Set.of(), Set.of(LocalTarget.OPTION), 0, Integer.MAX_VALUE),
    LOAD("[--groups N] [--members N] [--senders N] [--rate N] [--seconds N] [--search [N]]",
            "let some members of a group speak, and measure how soon the others hear it; with --search (of replay, too), "
                    + "how soon N (5) marked messages a second can be found",
            Set.of(), Set.of(LocalTarget.OPTION), 0,
            Integer.MAX_VALUE),
    REINDEX("[--status | --cancel]",
            "build the search index anew from the log while the old one serves; Ctrl-C leaves the build at work: "
                    + "reindex follows it again, --status tells how far it is, --cancel gives it up",
            Set.of("--status", "--cancel"), Set.of(), 0, 0),
    DLT(DltCommand.USAGE,
            "dead letters: what could not be handled, where it came from and why, and commands given another try",
            DltCommand.FLAGS, DltCommand.SETTINGS, 1, 2),
    TRACE("MESSAGE_ID [--conversation ID] [--window 10m] [--content] [--target FILE]",
            "what became of a message: records, row, receipts, pushes, index; exits 1 where it is not found or a part does "
                    + "not answer",
            Set.of("--content"), Set.of("--conversation", "--window", LocalTarget.OPTION), 1, 1),
    CHECK("FILE[.gz]", "prove or refute a history that replay has written", Set.of(), Set.of(), 0, Integer.MAX_VALUE),
    HELP("", "this text", Set.of(), Set.of(), 0, Integer.MAX_VALUE);

    static final String DATA = "--data";

    private final String usage;
    private final String purpose;
    private final Set<String> flags;
    private final Set<String> settings;
    private final int fewest;
    private final int most;

    Verb(String usage, String purpose, Set<String> flags, Set<String> settings, int fewest, int most) {
        this.usage = usage;
        this.purpose = purpose;
        this.flags = flags;
        this.settings = settings;
        this.fewest = fewest;
        this.most = most;
    }

    static Optional<Verb> named(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String usage() {
        return usage.isEmpty() ? word() : word() + " " + usage;
    }

    String purpose() {
        return purpose;
    }

    boolean isFlag(String option) {
        return flags.contains(option);
    }

    /** Options that are followed by a value. */
    boolean isSetting(String option) {
        return settings.contains(option) || option.equals(DATA);
    }

    /** The options are another program's, all but the data folder. */
    boolean passesOn() {
        return this == TALK || this == REPLAY || this == LOAD || this == CHECK;
    }

    boolean takes(int arguments) {
        return arguments >= fewest && arguments <= most;
    }
}
