package dev.parley.load.replay;

import dev.parley.load.options.Connection;
import dev.parley.load.options.Options;
import dev.parley.load.options.UsageException;
import dev.parley.load.search.ProbeOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a replay was asked for. */
record ReplayOptions(Path file, Load load, Duration timeout, Optional<Path> history, Optional<ProbeOptions> probe,
        Connection connection) {

    static final String USAGE = """
        replay FILE.jsonl[.gz] [options]
          plays lines of {"from","to","content"} through real sockets, in order per conversation
          --rate N           messages a second (default: as fast as they go)
          --users N          only the first N users of the file, and what they say to each other
          --window N         messages under way at once, from the send to its read receipt (default: %d)
          --loops N          event loops, that is threads, for all sockets (default: 1)
          --timeout SECONDS  fail after so long without any progress (default: 300)
          --history FILE     write all that was seen to a file, for `check`
        """.formatted(Load.WINDOW) + ProbeOptions.USAGE;

    private static final Set<String> OPTIONS = Set.of("rate", "users", "window", "loops", "timeout", "history");

    /** How hard to press; a rate of 0 is as fast as it goes. */
    record Load(int rate, int users, int window, int loops) {

        static final int WINDOW = 3_000;
    }

    static ReplayOptions parse(List<String> arguments) {
        var known = new HashSet<>(OPTIONS);
        known.addAll(Connection.OPTIONS);
        known.addAll(ProbeOptions.OPTIONS);
        var options = Options.parse(arguments, known, ProbeOptions.SWITCHES);
        if (options.words().size() != 1) {
            throw new UsageException("replay: " + options.words().size() + " files (expected: one)");
        }
        var load = new Load(options.count("rate").orElse(0), options.count("users").orElse(Integer.MAX_VALUE),
                options.count("window").orElse(Load.WINDOW), options.count("loops").orElse(1));
        return new ReplayOptions(Path.of(options.words().getFirst()), load,
                options.seconds("timeout").orElse(Duration.ofMinutes(5)), options.path("history"),
                ProbeOptions.of(options), Connection.of(options));
    }
}
