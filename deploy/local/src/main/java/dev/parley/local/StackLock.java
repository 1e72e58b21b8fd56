package dev.parley.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps two commands apart. The system lets go of it with the process that holds it, so it can't be left behind. */
record StackLock(Path file, FileChannel channel) implements AutoCloseable {

    /** By this process: to open and close a file that it has locked would let go of the lock, whichever thread does. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration POLL = Duration.ofMillis(100);

    /** Waits while another command holds the lock. */
    static StackLock take(Path file) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var lock = tryTake(file);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (System.nanoTime() > deadline) {
                throw new CommandFailedException(
                        file + ": held by another parley command for more than " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(POLL);
        }
    }

    /** Empty if another process holds the lock, or another thread of this one. */
    static Optional<StackLock> tryTake(Path file) throws IOException {
        var path = file.toAbsolutePath().normalize();
        if (!HELD.add(path)) {
            return Optional.empty();
        }
        var isTaken = false;
        try {
            var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            isTaken = isLocked(channel);
            return isTaken ? Optional.of(new StackLock(path, channel)) : Optional.empty();
        } finally {
            if (!isTaken) {
                HELD.remove(path);
            }
        }
    }

    /** Closes it where another process holds the lock. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        var isLocked = false;
        try {
            isLocked = channel.tryLock() != null;
            return isLocked;
        } finally {
            if (!isLocked) {
                channel.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(file);
        }
    }
}
