package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackLockTest {

    @TempDir
    Path folder;

    @Test
    void isHeldByOneAtATime() throws Exception {
        var file = folder.resolve("lock");
        try (var first = StackLock.take(file)) {
            assertThat(first.channel().isOpen()).isTrue();
            assertThat(StackLock.tryTake(file)).isEmpty();
        }
        try (var second = StackLock.tryTake(file).orElseThrow()) {
            assertThat(second.channel().isOpen()).isTrue();
        }
    }
}
