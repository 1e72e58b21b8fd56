package dev.parley.gateway.ratelimit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a session that sends too many frames is closed.
 *
 * @param refusedFrames at most within {@code within}
 * @param reconnectAfter what its client is told to wait
 */
@ConfigurationProperties("parley.limits.kept-on")
public record KeptOnSettings(
        @DefaultValue("100") int refusedFrames,
        @DefaultValue("10s") Duration within,
        @DefaultValue("10s") Duration reconnectAfter) {

    public KeptOnSettings {
        LimitSettings.positive("kept-on.refused-frames", refusedFrames);
    }
}
