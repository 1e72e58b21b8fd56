package dev.parley.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Asks for the cluster's health: a node answers 200 once the primary of every shard it holds has been recovered. */
final class OpenSearchPing {

    private static final String REQUEST = """
        GET /_cluster/health?wait_for_status=yellow&timeout=1s HTTP/1.0\r
        Host: 127.0.0.1\r
        \r
        """;

    private OpenSearchPing() {}

    static void send(int port) throws IOException {
        try (var socket = Loopback.connect(port)) {
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            var status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            if (!status.endsWith(" 200")) {
                throw new IOException("answer to a question for its health: " + status + " (expected: status 200)");
            }
        }
    }
}
