package dev.parley.images.inside;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class ReadinessProbeTest {

    @ParameterizedTest
    @ValueSource(ints = {200, 503})
    void tellsWhatTheServiceAnswers(int status) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            assertThat(ReadinessProbe.answer(server.getAddress().getPort())).isEqualTo("HTTP/1.1 " + status);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(ReadinessProbe.answer(port)).contains("port " + port).doesNotEndWith(" 200");
    }
}
