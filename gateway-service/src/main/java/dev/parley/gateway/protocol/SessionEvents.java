package dev.parley.gateway.protocol;

import dev.parley.contracts.UserId;
import java.time.Duration;
import java.time.Instant;

/** What the gateway says about the session itself. */
public final class SessionEvents {

    private SessionEvents() {}

    public static ServerEvent ready(String sessionId, UserId userId, Instant serverTime, LimitsInForce limits) {
        return ServerEvent.of(ServerEventName.SESSION_READY, json -> {
            json.writeStringProperty("sessionId", sessionId);
            json.writeStringProperty("userId", userId.value());
            json.writeStringProperty("serverTime", JsonData.time(serverTime));
            json.writeObjectPropertyStart("limits");
            limits.write(json);
            json.writeEndObject();
        });
    }

    /** The close follows at once. */
    public static ServerEvent closing(ClosingReason reason, Duration reconnectAfter) {
        return ServerEvent.of(ServerEventName.SESSION_CLOSING, json -> {
            json.writeStringProperty("reason", reason.wireName());
            json.writeNumberProperty("reconnectAfterMs", reconnectAfter.toMillis());
        });
    }

    /** The close follows in a while, unless the client does something about it. */
    public static ServerEvent closingSoon(ClosingReason reason, Duration closesIn) {
        return ServerEvent.of(ServerEventName.SESSION_CLOSING, json -> {
            json.writeStringProperty("reason", reason.wireName());
            json.writeNumberProperty("reconnectAfterMs", 0);
            json.writeNumberProperty("closesInMs", closesIn.toMillis());
        });
    }

    public static ServerEvent syncRequired(String reason) {
        return ServerEvent.of(ServerEventName.SYNC_REQUIRED, json -> json.writeStringProperty("reason", reason));
    }
}
