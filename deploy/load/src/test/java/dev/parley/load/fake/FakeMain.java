package dev.parley.load.fake;

import java.util.concurrent.CountDownLatch;

/** Keeps a fake server up for a person who measures the driver alone. */
final class FakeMain {

    private FakeMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (var server = new FakeParley()) {
            System.out.println(server.endpoints());
            new CountDownLatch(1).await();
        }
    }
}
