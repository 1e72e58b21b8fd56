package dev.parley.load.check;

import dev.parley.load.client.ClientSettings.MarkPolicy;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.UserId;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Collects what all devices of a run did and saw. Give each device its own {@link #device} as a listener. */
public final class Recorder {

    private final Interned ids = new Interned();
    private final Queue<DeviceRecorder> devices = new ConcurrentLinkedQueue<>();
    private final MarkPolicy marks;

    public Recorder(MarkPolicy marks) {
        this.marks = marks;
    }

    /** The log of one more device of this user. */
    public synchronized DeviceRecorder device(UserId user) {
        var number = (int) devices.stream().filter(device -> device.user().equals(user)).count();
        return device(user, number);
    }

    /** The log of a device whose number its maker knows to be new, for makers of thousands. */
    public DeviceRecorder device(UserId user, int number) {
        var device = new DeviceRecorder(ids.of(user), number, marks, ids);
        devices.add(device);
        return device;
    }

    /** The run so far, with what was kept. */
    public History history(Map<ConversationId, Stored> stored) {
        return new History(devices.stream().map(DeviceRecorder::log).toList(), stored);
    }
}
