package dev.parley.gateway.session;

import dev.parley.access.JettyErrors;
import dev.parley.gateway.access.HandshakeGate;
import dev.parley.gateway.access.Origins;
import dev.parley.gateway.access.Problem;
import dev.parley.gateway.access.Subprotocols;
import dev.parley.gateway.access.TokenCheck;
import dev.parley.gateway.commands.Commands;
import dev.parley.gateway.protocol.json.JsonFrameReader;
import dev.parley.gateway.ratelimit.FrameLimits;
import dev.parley.gateway.ratelimit.LimitSettings;
import dev.parley.gateway.upstream.Upstream;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SessionWiring {

    private static final String PATH = "/ws";

    @Bean
    Sessions sessions() {
        return new Sessions();
    }

    @Bean
    SessionMetrics sessionMetrics(MeterRegistry metrics, Sessions sessions) {
        return new SessionMetrics(metrics, sessions);
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService sessionTimer() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("session-timer").daemon().factory());
    }

    @Bean
    Resync resync(Sessions sessions, ScheduledExecutorService sessionTimer, SessionSettings settings) {
        return new Resync(sessions, sessionTimer, settings.resyncSpread());
    }

    @Bean
    Caretaker caretaker(
            Sessions sessions, SessionSettings settings, ScheduledExecutorService sessionTimer, Clock clock) {
        return new Caretaker(sessions, settings, sessionTimer, clock);
    }

    @Bean
    SessionsHealth sessionsHealthIndicator(Caretaker caretaker, Sessions sessions) {
        return new SessionsHealth(caretaker, sessions);
    }

    @Bean
    Seats seats(Sessions sessions, Headcount headcount, LimitSettings limits) {
        return new Seats(sessions, headcount, limits);
    }

    @Bean
    Admission admission(
            Seats seats,
            Routes routes,
            Resync resync,
            Clock clock,
            LimitSettings limits,
            SessionSettings settings) {
        return new Admission(
                seats, routes, resync, clock, limits.inForce(), settings.handshake().routeDeadline());
    }

    @Bean
    Answerers answerers(Upstream upstream, TypingSignals typing, PresenceWatches presence, TokenCheck tokens) {
        return new Answerers(new Syncs(upstream), typing, presence, new Renewals(tokens));
    }

    @Bean
    @Primary
    Routes attendedRoutes(@Qualifier("routeTable") Routes routes, ObjectProvider<Arrivals> arrivals) {
        return new AttendedRoutes(routes, arrivals.orderedStream().toList());
    }

    @Bean
    Dispatcher dispatcher(
            FrameLimits frames,
            LimitSettings limits,
            Answerers answerers,
            SessionSettings settings,
            SessionMetrics metrics) {
        return new Dispatcher(
                new FrameGate(frames, metrics), limits, answerers, metrics, settings.malformedFrames());
    }

    @Bean
    Reception reception(
            Admission admission,
            Dispatcher dispatcher,
            Commands commands,
            FrameLimits frames,
            SessionSettings settings,
            SessionMetrics metrics) {
        return new Reception(admission, dispatcher, commands, frames, metrics, settings.expiryWarning());
    }

    @Bean
    SocketServer socketServer(
            SessionSettings settings, LimitSettings limits, SessionMetrics metrics, Caretaker caretaker) {
        return new SocketServer(settings, limits.frameBytes(), metrics, caretaker::isRunning);
    }

    @Bean
    WebSocketConfigurer plainSockets(
            SocketServer server,
            Reception reception,
            TokenCheck tokens,
            LimitSettings limits,
            SessionSettings settings) {
        var plain = new PlainProtocol(reception, new JsonFrameReader(limits.frameBytes()), settings.heartbeat());
        var origins = new Origins(settings.handshake().allowedOrigins());
        var gate = new HandshakeGate(tokens, origins, server::isOpen);
        return registry -> server.open(
                new SocketServer.Door(plain, gate, List.of(Subprotocols.CHAT), List.of(PATH)), registry);
    }

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> errorsOfTheServer() {
        return factory -> factory.addServerCustomizers(server -> server
                .setErrorHandler(new JettyErrors((status, reason) -> Problem.of(status, reason).toJson())));
    }

    /** Compression costs a window of memory for each socket, and saves little on short frames. */
    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> noCompression() {
        return factory -> factory.addServerCustomizers(server -> server.getDescendants(ServletContextHandler.class)
                .forEach(context -> WebSocketServerComponents.ensureWebSocketComponents(server, context)
                        .getExtensionRegistry()
                        .unregister("permessage-deflate")));
    }
}
