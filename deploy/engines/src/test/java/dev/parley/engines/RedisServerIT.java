package dev.parley.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.parley.engines.process.Readiness;
import dev.parley.engines.process.StartFailedException;

class RedisServerIT {

    @TempDir
    Path folder;

    @Test
    void startsAgainAfterAKill() throws Exception {
        try (var redis = RunningEngine.start(RedisServer.in(folder))) {
            redis.kill();
            assertThatThrownBy(() -> redis.engine().verify()).isInstanceOf(IOException.class);

            redis.restart();

            redis.engine().verify();
        }
    }

    @Test
    void stopsWhilePaused() throws Exception {
        var redis = RunningEngine.start(RedisServer.in(folder));
        redis.pause();
        assertThat(redis.process().isPaused()).isTrue();

        redis.close();

        assertThat(redis.process().isAlive()).isFalse();
    }

    @Test
    void tellsWhyItDoesNotStart() throws Exception {
        try (var first = RunningEngine.start(RedisServer.in(folder))) {
            var second = new RedisServer(folder.resolve("second"), first.engine().port());
            // The first one answers on that port, so ask a question that only the second one could.
            second.prepare();
            var process = second.launch().startChild();
            assertThatThrownBy(() -> Readiness.await(second.launch(), process, () -> {
                throw new IOException("not asked");
            }, Duration.ofSeconds(10))).isInstanceOf(StartFailedException.class)
                    .hasMessageContaining("redis: ended while starting")
                    .hasMessageContaining("Failed listening on port")
                    .hasMessageContaining(second.launch().log().toString());
        }
    }
}
