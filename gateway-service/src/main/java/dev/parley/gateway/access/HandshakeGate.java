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
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Lets those in who speak {@code chat.v1}, as long as the gateway is open. */
public final class HandshakeGate implements HandshakeInterceptor {

    private static final Logger log = LoggerFactory.getLogger(HandshakeGate.class);

    private final TokenCheck tokens;
    private final BooleanSupplier open;

    public HandshakeGate(TokenCheck tokens, BooleanSupplier open) {
        this.tokens = tokens;
        this.open = open;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        var offered = request.getHeaders().getOrDefault(Subprotocols.HEADER, List.of());
        if (!Subprotocols.of(offered).contains(Subprotocols.CHAT)) {
            return refuse(response, new Problem(
                    400,
                    "Not the protocol",
                    ErrorCode.CHAT_INVALID_REQUEST,
                    "subprotocol: " + Subprotocols.CHAT + " is not offered (expected: " + Subprotocols.HEADER + ": "
                            + Subprotocols.CHAT + ")"));
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
        response.getHeaders().set(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getBody().write(problem.toJson());
        return false;
    }
}
