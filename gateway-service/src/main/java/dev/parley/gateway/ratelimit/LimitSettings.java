package dev.parley.gateway.ratelimit;

import dev.parley.access.settings.Range;
import dev.parley.contracts.Limits;
import dev.parley.gateway.protocol.LimitsInForce;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a client may send.
 *
 * @param enabled Whether what clients do is counted: {@code false} lifts the limits of messages, frames, handshakes and
 *     sessions, not those of sizes.
 * @param contentCodePoints The longest message, in Unicode code points; a longer one is refused.
 * @param frame The largest frame of a client, in bytes of UTF-8; a larger one closes the session (1009).
 * @param framesPerSecond How many frames one session may send in a second; more are refused.
 * @param sessionsPerUser How many sessions a user may have at a time, on all gateways together; one more closes the
 *     oldest (4409).
 */
@ConfigurationProperties("parley.limits")
public record LimitSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("" + Limits.CONTENT_CODE_POINTS) int contentCodePoints,
        @Range(to = Integer.MAX_VALUE) @DefaultValue("64KB") DataSize frame,
        @DefaultValue Messages messages,
        @DefaultValue("50") int framesPerSecond,
        @DefaultValue("10") int sessionsPerUser) {

    public LimitSettings {
        positive("frames-per-second", framesPerSecond);
        positive("sessions-per-user", sessionsPerUser);
    }

    /**
     * Sends, edits and deletions of one user, on all gateways together.
     *
     * @param perMinute How many sends, edits and deletions a user may make in a minute in the long run, on all gateways
     *     together; more are refused.
     * @param burst How many sends, edits and deletions a user may make at once, after a pause.
     * @param answer How long Redis may take to count; then this gateway counts for itself.
     * @param pause How long this gateway does not ask Redis after a late answer.
     * @param localUsers How many users this gateway counts for itself at a time; beyond, those quiet for longest are
     *     forgotten.
     */
    public record Messages(
            @DefaultValue("10") int perMinute,
            @DefaultValue("10") int burst,
            @DefaultValue("20ms") Duration answer,
            @Range(from = 0) @DefaultValue("1s") Duration pause,
            @DefaultValue("100000") int localUsers) {

        public Messages {
            positive("messages.per-minute", perMinute);
            positive("messages.burst", burst);
            positive("messages.local-users", localUsers);
        }
    }

    static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("parley.limits." + name + ": " + value + " (expected: 1 or more)");
        }
    }

    public int frameBytes() {
        return Math.toIntExact(frame.toBytes());
    }

    /** What a client is told when its session begins. */
    public LimitsInForce inForce() {
        return new LimitsInForce(contentCodePoints, frameBytes(), enabled ? rates() : null);
    }

    private LimitsInForce.Rates rates() {
        return new LimitsInForce.Rates(messages.perMinute(), messages.burst(), framesPerSecond, sessionsPerUser);
    }
}
