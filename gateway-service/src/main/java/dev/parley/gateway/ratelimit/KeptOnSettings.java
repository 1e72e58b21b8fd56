package dev.parley.gateway.ratelimit;

import dev.parley.access.settings.Range;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a session that sends too many frames is closed.
 *
 * @param refusedFrames How many frames of one session may be refused within {@code within}; one more closes it (4429).
 * @param within The time in which refused frames are counted.
 * @param reconnectAfter How long the client of a session that was closed for this is told to wait before it comes back.
 */
@ConfigurationProperties("parley.limits.kept-on")
public record KeptOnSettings(
        @DefaultValue("100") int refusedFrames,
        @DefaultValue("10s") Duration within,
        @Range(from = 0) @DefaultValue("10s") Duration reconnectAfter) {

    public KeptOnSettings {
        LimitSettings.positive("kept-on.refused-frames", refusedFrames);
    }
}
