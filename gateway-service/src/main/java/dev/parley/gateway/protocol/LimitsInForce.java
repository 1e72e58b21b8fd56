package dev.parley.gateway.protocol;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The limits that a client is told, so that it need not guess them.
 *
 * @param rates null where they are lifted
 */
public record LimitsInForce(int contentCodePoints, int frameBytes, @Nullable Rates rates) {

    /** What is counted. */
    public record Rates(int messagesPerMinute, int messageBurst, int framesPerSecond, int sessionsPerUser) {}

    void write(JsonGenerator json) {
        json.writeNumberProperty("contentCodePoints", contentCodePoints);
        json.writeNumberProperty("frameBytes", frameBytes);
        if (rates != null) {
            json.writeNumberProperty("messagesPerMinute", rates.messagesPerMinute());
            json.writeNumberProperty("messageBurst", rates.messageBurst());
            json.writeNumberProperty("framesPerSecond", rates.framesPerSecond());
            json.writeNumberProperty("sessionsPerUser", rates.sessionsPerUser());
        }
    }
}
