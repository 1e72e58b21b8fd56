package dev.parley.local;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the search service says of its index.
 *
 * @param serving  null before there is one
 * @param building null if nothing is being built
 */
record ReindexState(@Nullable Serving serving, @Nullable Building building) {

    /** The one that is searched. */
    record Serving(int number, String textRules, long messages, long bytes) {

        String line() {
            return String.format(Locale.ROOT, "generation %d, %,d messages, %,.1f MB, text rules %s", number, messages,
                    bytes / 1e6, textRules);
        }
    }

    /**
     * The next one.
     *
     * @param secondsLeft negative while that can't be told
     */
    record Building(int number, long done, long total, int percent, long perSecond, long secondsLeft) {

        String line() {
            var left = secondsLeft < 0 ? "" : String.format(Locale.ROOT, ", %,d s left", secondsLeft);
            return String.format(Locale.ROOT, "generation %d: %d%%, %,d of %,d events, %,d a second%s", number, percent,
                    done, total, perSecond, left);
        }
    }

    static ReindexState of(JsonNode json) {
        return new ReindexState(serving(json.path("serving")), building(json.path("building")));
    }

    private static @Nullable Serving serving(JsonNode json) {
        return json.isObject()
                ? new Serving(json.path("number").asInt(), json.path("textRules").asString(""),
                        json.path("messages").asLong(0), json.path("bytes").asLong(0))
                : null;
    }

    private static @Nullable Building building(JsonNode json) {
        return json.isObject()
                ? new Building(json.path("number").asInt(), json.path("done").asLong(0), json.path("total").asLong(0),
                        (int) json.path("percent").asDouble(0), Math.round(json.path("recordsPerSecond").asDouble(0)),
                        json.path("secondsLeft").isNumber() ? json.path("secondsLeft").asLong() : -1)
                : null;
    }
}
