package dev.parley.load.check;

import dev.parley.load.wire.ConversationId;
import java.util.List;
import java.util.Map;

/** All that is known of a run: what every device saw, and what was kept in the end. */
public record History(List<DeviceLog> devices, Map<ConversationId, Stored> stored) {

    public History {
        devices = List.copyOf(devices);
        stored = Map.copyOf(stored);
    }
}
