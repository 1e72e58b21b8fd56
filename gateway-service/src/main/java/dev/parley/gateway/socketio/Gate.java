package dev.parley.gateway.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.gateway.access.BearerToken;
import dev.parley.gateway.access.Origins;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Lets those in who ask for a new connection of Engine.IO revision 4 over a WebSocket. Tokens are not looked at here:
 * they come with CONNECT, whose refusal a client understands, while a failed handshake makes it try again for ever.
 */
final class Gate implements HandshakeInterceptor {

    /** Under this name a handshake hands on the token of its header. */
    static final String TOKEN = "parley.socketio.token";

    private static final Logger log = LoggerFactory.getLogger(Gate.class);
    private static final String BEARER = "Bearer ";

    private final BooleanSupplier open;
    private final Origins origins;

    Gate(BooleanSupplier open, Origins origins) {
        this.open = open;
        this.origins = origins;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        var flaw = flawOf(request);
        if (flaw != null) {
            return refuse(request, response, flaw.status(), flaw.toJson());
        }
        if (!open.getAsBoolean()) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
            return refuse(request, response, HttpStatus.SERVICE_UNAVAILABLE, HandshakeFlaw.closed());
        }
        var authorization = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            attributes.put(TOKEN, new BearerToken(authorization.substring(BEARER.length()).strip()));
        }
        return true;
    }

    private @Nullable HandshakeFlaw flawOf(ServerHttpRequest request) {
        var query = UriComponentsBuilder.fromUri(request.getURI()).build().getQueryParams();
        if (!Objects.equals(query.getFirst("EIO"), "4")) {
            return HandshakeFlaw.VERSION;
        }
        if (!Objects.equals(query.getFirst("transport"), "websocket")) {
            return HandshakeFlaw.TRANSPORT;
        }
        if (query.containsKey("sid")) {
            return HandshakeFlaw.SESSION;
        }
        if (request.getMethod() != HttpMethod.GET) {
            return HandshakeFlaw.METHOD;
        }
        if (!origins.allow(request)) {
            return HandshakeFlaw.ORIGIN;
        }
        return "websocket".equalsIgnoreCase(request.getHeaders().getUpgrade()) ? null : HandshakeFlaw.UPGRADE;
    }

    /** Without its headers, a browser would show that CORS failed, and nothing else. */
    private boolean refuse(
            ServerHttpRequest request, ServerHttpResponse response, HttpStatus status, String body)
            throws IOException {
        var headers = response.getHeaders();
        var allowed = origins.allowed(request.getHeaders().getOrigin());
        if (allowed != null) {
            headers.setAccessControlAllowOrigin(allowed);
        }
        headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        headers.setContentType(MediaType.APPLICATION_JSON);
        response.setStatusCode(status);
        response.getBody().write(body.getBytes(UTF_8));
        return false;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {
        if (failure != null) {
            log.info("a handshake failed: {}", failure.toString());
        }
    }
}
