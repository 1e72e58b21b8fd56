package dev.parley.engines.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Empties a numbered database, without a client library. */
final class RedisFlush {

    private static final int PATIENCE_MILLIS = 5_000;
    private static final String DONE = "+OK\r\n+OK\r\n";

    private RedisFlush() {}

    static void of(Redis redis) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(redis.host(), redis.port()), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            var commands = "SELECT " + redis.database() + "\r\nFLUSHDB\r\n";
            socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes(DONE.length()), StandardCharsets.US_ASCII);
            if (!answer.equals(DONE)) {
                throw new IOException("answer: " + answer.strip() + " (expected: twice +OK)");
            }
        } catch (IOException e) {
            throw new IllegalStateException(redis.url() + ": not emptied", e);
        }
    }
}
