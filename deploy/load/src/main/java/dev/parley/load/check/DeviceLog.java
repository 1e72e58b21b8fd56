package dev.parley.load.check;

import dev.parley.load.client.ClientSettings.MarkPolicy;
import dev.parley.load.wire.UserId;
import java.util.List;

/**
 * What one device did and saw, in order. A device that is {@code present} was connected to the end, so it must hold everything;
 * one that left need not.
 */
public record DeviceLog(UserId user, int number, MarkPolicy marks, boolean present, List<Entry> entries) {

    public DeviceLog {
        entries = List.copyOf(entries);
    }

    /** An event and when it was, in nanoseconds of one clock for the whole history. */
    public record Entry(long at, Event event) {}

    String name() {
        return user + "#" + number;
    }
}
