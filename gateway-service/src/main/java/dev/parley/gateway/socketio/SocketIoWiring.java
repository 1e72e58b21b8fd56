package dev.parley.gateway.socketio;

import dev.parley.gateway.access.BearerToken;
import dev.parley.gateway.access.Origins;
import dev.parley.gateway.access.TokenCheck;
import dev.parley.gateway.ratelimit.LimitSettings;
import dev.parley.gateway.session.Reception;
import dev.parley.gateway.session.SessionSettings;
import dev.parley.gateway.session.SocketServer;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

@Configuration(proxyBeanMethods = false)
class SocketIoWiring {

    /** Clients append the slash by default. */
    static final List<String> PATHS = List.of("/socket.io/", "/socket.io");

    @Bean
    Switchboard switchboard(
            SocketIoSettings settings, SessionSettings sockets, ScheduledExecutorService sessionTimer) {
        return new Switchboard(settings, sockets, sessionTimer);
    }

    @Bean
    WebSocketConfigurer socketIoSockets(
            SocketServer server,
            Switchboard switchboard,
            Chat.Desk desk,
            LimitSettings limits,
            SessionSettings sockets) {
        var protocol = new SocketIoProtocol(
                (line, handshake) -> new Chat(line, (BearerToken) handshake.get(Gate.TOKEN), desk),
                switchboard,
                sockets.heartbeat(),
                limits.frameBytes());
        var origins = new Origins(sockets.handshake().allowedOrigins());
        var gate = new Gate(() -> server.isOpen() && !switchboard.isFull(), origins);
        return registry -> server.open(new SocketServer.Door(protocol, gate, List.of(), PATHS), registry);
    }

    @Bean
    Chat.Desk desk(TokenCheck tokens, Reception reception, SocketServer server) {
        return new Chat.Desk(tokens, reception, server::isOpen);
    }

    /** No token is asked for at this door: see {@link Gate}. */
    @Bean
    @Order(1)
    SecurityFilterChain socketIoHandshakes(HttpSecurity http) throws Exception {
        return http.securityMatcher(PATHS.toArray(String[]::new))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
