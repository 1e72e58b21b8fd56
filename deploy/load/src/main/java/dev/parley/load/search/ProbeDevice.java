package dev.parley.load.search;

import dev.parley.load.client.Arrival;
import dev.parley.load.client.DeviceListener;
import dev.parley.load.wire.Message;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Tells when its device is ready to begin, and of every message that it shows. */
record ProbeDevice(CompletableFuture<Void> caughtUp, Consumer<Message> shown) implements DeviceListener {

    ProbeDevice(Consumer<Message> shown) {
        this(new CompletableFuture<>(), shown);
    }

    @Override
    public void synced() {
        caughtUp.complete(null);
    }

    @Override
    public void received(Message message, Arrival arrival) {
        if (arrival.isShown()) {
            shown.accept(message);
        }
    }
}
