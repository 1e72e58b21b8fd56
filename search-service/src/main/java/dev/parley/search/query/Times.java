package dev.parley.search.query;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The clock of messages: milliseconds in four-digit years since 1970. As text, RFC 3339 in UTC with all three digits. */
final class Times {

    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Times() {}

    static String text(Instant time) {
        return RFC_3339.format(time);
    }

    static @Nullable String optional(@Nullable Instant time) {
        return time == null ? null : text(time);
    }

    /** The first time on this clock that is not before the given one; the last one there is, for what is past it. */
    static Instant onTheClock(Instant time) {
        var millis = time.truncatedTo(ChronoUnit.MILLIS);
        var next = millis.isBefore(time) ? millis.plusMillis(1) : millis;
        if (next.isBefore(Instant.EPOCH)) {
            return Instant.EPOCH;
        }
        return next.isAfter(LAST) ? LAST : next;
    }

    static boolean isOnTheClock(long epochMillis) {
        return epochMillis >= 0 && epochMillis <= LAST.toEpochMilli();
    }
}
