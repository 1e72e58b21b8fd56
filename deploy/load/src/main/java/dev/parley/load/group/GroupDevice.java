package dev.parley.load.group;

import dev.parley.load.check.DeviceRecorder;
import dev.parley.load.client.Arrival;
import dev.parley.load.client.ForwardingListener;
import dev.parley.load.wire.Conversation;
import dev.parley.load.wire.Message;
import java.util.concurrent.CountDownLatch;

/** One member's device: recorded, and timed. */
final class GroupDevice extends ForwardingListener {

    private final DeviceRecorder recorder;
    private final Deliveries deliveries;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final CountDownLatch inGroup = new CountDownLatch(1);

    GroupDevice(DeviceRecorder recorder, Deliveries deliveries) {
        super(recorder);
        this.recorder = recorder;
        this.deliveries = deliveries;
    }

    CountDownLatch caughtUp() {
        return caughtUp;
    }

    CountDownLatch inGroup() {
        return inGroup;
    }

    @Override
    public void synced() {
        super.synced();
        caughtUp.countDown();
    }

    @Override
    public void met(Conversation conversation) {
        super.met(conversation);
        inGroup.countDown();
    }

    @Override
    public void received(Message message, Arrival arrival) {
        super.received(message, arrival);
        if (arrival.isShown() && !message.sender().equals(recorder.user())) {
            deliveries.arrived(message.id());
        }
    }
}
