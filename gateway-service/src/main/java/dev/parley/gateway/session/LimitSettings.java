package dev.parley.gateway.session;

import dev.parley.contracts.Limits;
import dev.parley.gateway.protocol.SessionEvents.LimitsInForce;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a client may send at a time.
 *
 * @param contentCodePoints of the longest message
 * @param frame the largest, in bytes of UTF-8
 */
@ConfigurationProperties("parley.limits")
record LimitSettings(
        @DefaultValue("" + Limits.CONTENT_CODE_POINTS) int contentCodePoints, @DefaultValue("64KB") DataSize frame) {

    int frameBytes() {
        return Math.toIntExact(frame.toBytes());
    }

    LimitsInForce inForce() {
        return new LimitsInForce(contentCodePoints, frameBytes());
    }
}
