package dev.parley.local.trace;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A place that the message went through, or did not.
 *
 * @param at null where no time is known, or it was not there
 */
record Station(@Nullable Instant at, String place, String what, List<String> details) {

    static Station seen(Instant at, String place, String what, List<String> details) {
        return new Station(at, place, what, details);
    }

    static Station seen(Instant at, String place, String what) {
        return new Station(at, place, what, List.of());
    }

    static Station told(String place, String what) {
        return new Station(null, place, what, List.of());
    }
}
