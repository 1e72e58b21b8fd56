package dev.parley.gateway.access;

import dev.parley.contracts.ErrorCode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Lets those in who speak {@code chat.v1}, as long as the gateway is open. */
public final class HandshakeGate implements HandshakeInterceptor {

    private static final Logger log = LoggerFactory.getLogger(HandshakeGate.class);
    private static final String VERSION = "13";

    private final TokenCheck tokens;
    private final Origins origins;
    private final BooleanSupplier open;

    public HandshakeGate(TokenCheck tokens, Origins origins, BooleanSupplier open) {
        this.tokens = tokens;
        this.origins = origins;
        this.open = open;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        var flaw = flaw(request);
        if (flaw != null) {
            return refuse(response, flaw);
        }
        if (!open.getAsBoolean()) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
            return refuse(response, Problem.of(
                    ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE, "Going away", "this gateway is stopping: try another"));
        }
        if (!(request.getPrincipal() instanceof JwtAuthenticationToken token)) {
            return refuse(response, Problem.of(
                    ErrorCode.CHAT_UNAUTHENTICATED, "Not authenticated", "token: missing (expected: a JWT)"));
        }
        attributes.put(Identity.ATTRIBUTE, tokens.identityOf(token.getToken()));
        return true;
    }

    private @Nullable Problem flaw(ServerHttpRequest request) {
        var headers = request.getHeaders();
        if (request.getMethod() != HttpMethod.GET) {
            return invalid(405, "Not a handshake", "method: not GET (expected: a WebSocket's handshake)");
        }
        if (!"websocket".equalsIgnoreCase(headers.getUpgrade())
                || headers.getConnection().stream().noneMatch("upgrade"::equalsIgnoreCase)) {
            return invalid(426, "Not a handshake", "Upgrade: missing (expected: a WebSocket's handshake)");
        }
        if (!VERSION.equals(headers.getFirst("Sec-WebSocket-Version"))) {
            return invalid(426, "Not a handshake", "Sec-WebSocket-Version: another (expected: " + VERSION + ")");
        }
        if (!origins.allow(request)) {
            return Problem.of(ErrorCode.CHAT_NOT_ALLOWED, "Not allowed", "origin: not allowed to open sockets here");
        }
        if (!Subprotocols.of(headers.getOrDefault(Subprotocols.HEADER, List.of())).contains(Subprotocols.CHAT)) {
            return invalid(
                    400,
                    "Not the protocol",
                    "subprotocol: " + Subprotocols.CHAT + " is not offered (expected: " + Subprotocols.HEADER + ": "
                            + Subprotocols.CHAT + ")");
        }
        return null;
    }

    private static Problem invalid(int status, String title, String detail) {
        return new Problem(status, title, ErrorCode.CHAT_INVALID_REQUEST, detail);
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

    private static boolean refuse(ServerHttpResponse response, Problem problem) throws IOException {
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        var headers = response.getHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        switch (problem.status()) {
            case 405 -> headers.set(HttpHeaders.ALLOW, "GET");
            case 426 -> {
                headers.set(HttpHeaders.UPGRADE, "websocket");
                headers.set("Sec-WebSocket-Version", VERSION);
            }
            default -> {}
        }
        response.getBody().write(problem.toJson());
        return false;
    }
}
