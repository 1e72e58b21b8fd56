package dev.parley.gateway.ratelimit;

import dev.parley.contracts.Limits;
import dev.parley.gateway.protocol.LimitsInForce;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a client may send.
 *
 * @param enabled false lifts all that is counted: messages, frames, handshakes, sessions; not the sizes
 * @param contentCodePoints of the longest message
 * @param frame the largest, in bytes of UTF-8
 * @param framesPerSecond of one session
 * @param sessionsPerUser at a time
 */
@ConfigurationProperties("parley.limits")
public record LimitSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("" + Limits.CONTENT_CODE_POINTS) int contentCodePoints,
        @DefaultValue("64KB") DataSize frame,
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
     * @param perMinute in the long run
     * @param burst at once, after a pause
     * @param answer how long Redis may take to count; then this gateway counts for itself
     * @param pause after a late answer, in which this gateway does not ask Redis
     * @param localUsers at most whom this gateway counts for itself
     */
    public record Messages(
            @DefaultValue("10") int perMinute,
            @DefaultValue("10") int burst,
            @DefaultValue("20ms") Duration answer,
            @DefaultValue("1s") Duration pause,
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
