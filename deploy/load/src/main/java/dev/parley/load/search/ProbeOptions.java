package dev.parley.load.search;

import dev.parley.load.options.Options;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How searches are probed beside a load.
 *
 * @param perSecond marked messages a second
 * @param patience  for how long a message is searched for before it counts as not found
 */
public record ProbeOptions(int perSecond, Duration patience) {

    private static final int PER_SECOND = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String SEARCH = "search";
    private static final String TIMEOUT = "search-timeout";

    public static final Set<String> OPTIONS = Set.of(SEARCH, TIMEOUT);

    /** Those that may stand without a value. */
    public static final Set<String> SWITCHES = Set.of(SEARCH);

    /** What a command that takes these options says of them. */
    public static final String USAGE = """
          --search [N]       beside it, N marked messages a second (default: %d) of users of its own, each searched for
                             from the moment it is stored; fails if one can't be found
          --search-timeout SECONDS  how long each is searched for (default: %d)
        """.formatted(PER_SECOND, PATIENCE.toSeconds());

    /** Empty where no probe was asked for. */
    public static Optional<ProbeOptions> of(Options options) {
        return options.count(SEARCH, PER_SECOND)
                .map(perSecond -> new ProbeOptions(perSecond, options.seconds(TIMEOUT).orElse(PATIENCE)));
    }
}
