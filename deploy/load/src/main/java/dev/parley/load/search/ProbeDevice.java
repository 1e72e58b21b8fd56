package dev.parley.load.search;

import dev.parley.load.client.Arrival;
import dev.parley.load.client.DeviceListener;
import dev.parley.load.wire.Message;
import dev.parley.load.wire.MessageId;
import java.util.function.Consumer;

/** Tells of every message that its device shows. */
record ProbeDevice(Consumer<MessageId> shown) implements DeviceListener {

    @Override
    public void received(Message message, Arrival arrival) {
        if (arrival.isShown()) {
            shown.accept(message.id());
        }
    }
}
