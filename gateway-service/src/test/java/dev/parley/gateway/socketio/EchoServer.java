package dev.parley.gateway.socketio;

import dev.parley.gateway.access.Origins;
import dev.parley.gateway.session.BareSocketServer;
import dev.parley.gateway.session.SessionSettings;
import dev.parley.gateway.session.SocketServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.util.unit.DataSize;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

/**
 * The gateway's own Socket.IO, with {@link Echo} behind it and no tokens, for the official conformance suite. It binds to
 * the loopback.
 */
public final class EchoServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private EchoServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param args the port, the ping interval and the ping timeout in milliseconds, and the most bytes of a frame */
    public static void main(String[] args) {
        if (args.length != 4) {
            throw new IllegalArgumentException(
                    args.length + " arguments (expected: port, ping interval ms, ping timeout ms, max payload bytes)");
        }
        start(
                Integer.parseInt(args[0]),
                new Rhythm(Duration.ofMillis(Long.parseLong(args[1])), Duration.ofMillis(Long.parseLong(args[2]))),
                Integer.parseInt(args[3]));
    }

    record Rhythm(Duration ping, Duration pong) {}

    /** @param port 0 for any that is free */
    static EchoServer start(int port, Rhythm rhythm, int maxPayload) {
        return new EchoServer(new SpringApplicationBuilder(Parts.class)
                .initializers(context -> context.getBeanFactory().registerSingleton(
                        "setup", new Setup(rhythm, maxPayload)))
                .properties(Map.of("spring.config.location", "optional:classpath:/none/"))
                .run("--server.address=127.0.0.1", "--server.port=" + port));
    }

    URI uri(String query) {
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("ws://127.0.0.1:" + port + "/socket.io/" + query);
    }

    @Override
    public void close() {
        context.close();
    }

    record Setup(Rhythm rhythm, int maxPayload) {

        SessionSettings sockets() {
            return new SessionSettings(
                    new SessionSettings.Handshake(List.of("*"), Duration.ofSeconds(2)),
                    new SessionSettings.Heartbeat(rhythm.ping(), rhythm.pong(), Duration.ofMillis(10)),
                    new SessionSettings.Outbound(1024, DataSize.ofMegabytes(8), Duration.ofSeconds(1)),
                    new SessionSettings.Shutdown(Duration.ZERO, Duration.ZERO, Duration.ZERO),
                    5,
                    Duration.ZERO,
                    Duration.ofSeconds(30));
        }
    }

    /** Not to be found by a scan, since only this server is made of it. */
    @EnableWebSocket
    @ImportAutoConfiguration({
            JettyServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
            WebMvcAutoConfiguration.class})
    static class Parts {

        @Bean(destroyMethod = "shutdownNow")
        ScheduledExecutorService timer() {
            return Executors.newSingleThreadScheduledExecutor();
        }

        @Bean
        Switchboard switchboard(Setup setup, ScheduledExecutorService timer) {
            return new Switchboard(
                    new SocketIoSettings(Duration.ofSeconds(45), 5, 1_000), setup.sockets(), timer);
        }

        @Bean
        WebSocketConfigurer echo(Setup setup, Switchboard switchboard) {
            var protocol = new SocketIoProtocol(
                    (line, _) -> new Echo(line), switchboard, setup.sockets().heartbeat(), setup.maxPayload());
            var door = new SocketServer.Door(
                    protocol, new Gate(() -> true, new Origins(List.of("*"))), List.of(), SocketIoWiring.PATHS);
            return registry -> BareSocketServer.of(setup.sockets(), setup.maxPayload()).open(door, registry);
        }
    }
}
