package dev.parley.local.observability;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;

/** Redis as an operator at a terminal has it. */
final class RedisLine {

    private RedisLine() {}

    /** Makes it forget everything. */
    static void flush(String url) throws IOException {
        var server = URI.create(url);
        try (var socket = new Socket(server.getHost(), server.getPort());
                var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            socket.getOutputStream().write("FLUSHALL\r\n".getBytes(US_ASCII));
            var answer = answers.readLine();
            if (!"+OK".equals(answer)) {
                throw new IOException("FLUSHALL: " + answer + " (expected: +OK)");
            }
        }
    }
}
