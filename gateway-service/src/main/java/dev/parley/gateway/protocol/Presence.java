package dev.parley.gateway.protocol;

import dev.parley.contracts.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Whether somebody is there.
 *
 * @param lastSeenAt of who is not, as far as it is known
 */
public record Presence(UserId userId, boolean online, @Nullable Instant lastSeenAt) {

    void write(JsonGenerator json) {
        json.writeStringProperty("userId", userId.value());
        json.writeBooleanProperty("online", online);
        if (!online && lastSeenAt != null) {
            json.writeStringProperty("lastSeenAt", JsonData.time(lastSeenAt));
        }
    }
}
