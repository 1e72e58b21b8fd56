package dev.parley.load.crowd;

import dev.parley.load.check.DeviceRecorder;
import dev.parley.load.client.ForwardingListener;
import java.util.concurrent.CompletableFuture;

/** Notices when a device has caught up, or never will. */
final class PersonListener extends ForwardingListener {

    private final CompletableFuture<Void> caughtUp;

    PersonListener(DeviceRecorder recorder, CompletableFuture<Void> caughtUp) {
        super(recorder);
        this.caughtUp = caughtUp;
    }

    @Override
    public void synced() {
        super.synced();
        caughtUp.complete(null);
    }

    @Override
    public void stopped(String reason) {
        super.stopped(reason);
        caughtUp.completeExceptionally(new IllegalStateException("sent away: " + reason));
    }
}
