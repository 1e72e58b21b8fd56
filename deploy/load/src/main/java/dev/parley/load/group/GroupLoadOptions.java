package dev.parley.load.group;

import dev.parley.load.options.Connection;
import dev.parley.load.options.Options;
import dev.parley.load.options.UsageException;
import dev.parley.load.search.ProbeOptions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a run with groups was asked for. */
record GroupLoadOptions(Size size, Pace pace, Duration timeout, Optional<ProbeOptions> probe, Connection connection) {

    static final String USAGE = """
        load [options]
          groups whose members are connected over all gateways, some of whom speak; run it on a stack without limits
          --groups N         how many groups, of members of their own (default: 1)
          --members N        members of a group (default: 500)
          --senders N        members of each group who speak in turn (default: 10)
          --rate N           messages a second, over all groups (default: 20)
          --seconds N        how long they speak (default: 30)
          --timeout SECONDS  fail after so long without any progress (default: 300)
        """ + ProbeOptions.USAGE;

    private static final Set<String> OPTIONS = Set.of("groups", "members", "senders", "rate", "seconds", "timeout");

    record Size(int groups, int members, int senders) {

        Size {
            if (members < 2) {
                throw new UsageException("--members: " + members + " (expected: at least 2)");
            }
            if (senders > members) {
                throw new UsageException("--senders: " + senders + " (expected: at most the " + members + " members)");
            }
        }
    }

    /** Messages a second, and for how long. */
    record Pace(int rate, Duration time) {}

    static GroupLoadOptions parse(List<String> arguments) {
        var known = new HashSet<>(OPTIONS);
        known.addAll(Connection.OPTIONS);
        known.addAll(ProbeOptions.OPTIONS);
        var options = Options.parse(arguments, known, ProbeOptions.SWITCHES);
        if (!options.words().isEmpty()) {
            throw new UsageException("load: " + options.words().getFirst() + " (expected: only options)");
        }
        var members = options.count("members").orElse(500);
        var size = new Size(options.count("groups").orElse(1), members,
                options.count("senders").orElse(Math.min(10, members)));
        var pace = new Pace(options.count("rate").orElse(20),
                options.seconds("seconds").orElse(Duration.ofSeconds(30)));
        return new GroupLoadOptions(size, pace,
                options.seconds("timeout").orElse(Duration.ofMinutes(5)), ProbeOptions.of(options),
                Connection.of(options));
    }
}
