package dev.parley.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.parley.engines.process.Launch;
import dev.parley.engines.process.Signal;

/**
 * Redis on the loopback address, in memory only: what it holds here (mailboxes, routes, limits) may be lost, but is
 * never evicted.
 */
public record RedisServer(Path folder, int port) implements Engine {

    private static final int DATABASES = 128;

    public RedisServer {
        folder = folder.toAbsolutePath();
    }

    /** On a port that is free now. */
    public static RedisServer in(Path folder) {
        return new RedisServer(folder, FreePort.next());
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void prepare() throws IOException {
        Binaries.unpackRedis();
    }

    @Override
    public Launch launch() {
        return new Launch("redis", List.of(Binaries.redis().toString(), "--port", Integer.toString(port), "--bind",
                "127.0.0.1", "--databases", Integer.toString(DATABASES), "--save", "", "--appendonly", "no",
                "--maxmemory", "256mb", "--maxmemory-policy", "noeviction", "--dir", folder.toString()), Map.of(),
                folder, folder.resolve("redis.log"), Signal.TERM);
    }

    @Override
    public void verify() throws IOException {
        try (var socket = Loopback.connect(port)) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
            if (!answer.equals("+PONG")) {
                throw new IOException("answer to PING: " + answer.strip() + " (expected: +PONG)");
            }
        }
    }
}
