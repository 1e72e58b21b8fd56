package dev.parley.images.inside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Ends with 0 if the service in the same container is ready. Over a bare socket: loading an HTTP client would take longer
 * than all the rest.
 */
public final class ReadinessProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String REQUEST = "GET /actuator/health/readiness HTTP/1.0\r\nHost: localhost\r\n\r\n";
    private static final String READY = " 200";

    private ReadinessProbe() {}

    /** @param arguments the management port */
    public static void main(String[] arguments) {
        var answer = answer(Integer.parseInt(arguments[0]));
        if (!answer.endsWith(READY)) {
            System.out.println(answer + " (expected: HTTP/1.1 200)");
            System.exit(1);
        }
    }

    /** The beginning of the first line; what went wrong, if there is none. */
    static String answer(int port) {
        try (var socket = new Socket()) {
            var millis = Math.toIntExact(PATIENCE.toMillis());
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), millis);
            socket.setSoTimeout(millis);
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return "port " + port + ": " + e.getMessage();
        }
    }
}
