package dev.parley.local.trace;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and gaps as they are printed: UTC, since an operator compares them with logs of several machines. */
final class Clocks {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final long MILLIS_TO_READ = 10_000;

    private Clocks() {}

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static String gap(Duration gap) {
        var millis = gap.toMillis();
        return Math.abs(millis) < MILLIS_TO_READ
                ? String.format(Locale.ROOT, "%+d ms", millis)
                : String.format(Locale.ROOT, "%+.1f s", millis / 1e3);
    }
}
