package dev.parley.load.fake;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Where requests come in: a handshake becomes a session, the rest is answered. */
final class Door extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Pattern SUBJECT = Pattern.compile("\"sub\":\"([^\"]+)\"");

    private final Office office;
    private final Faults faults;

    Door(Office office, Faults faults) {
        this.office = office;
        this.faults = faults;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        var user = userOf(request.headers().get(HttpHeaderNames.AUTHORIZATION, ""));
        var query = new QueryStringDecoder(request.uri());
        if (query.path().equals("/ws")) {
            shakeHands(ctx, request, user);
        } else {
            answer(ctx, user, request);
        }
    }

    private void shakeHands(ChannelHandlerContext ctx, FullHttpRequest request, String user) {
        if (Faults.strikes(faults.refusedHandshakes)) {
            refuse(ctx, HttpResponseStatus.UNAUTHORIZED, "CHAT_UNAUTHENTICATED", false);
            return;
        }
        var handshaker = new WebSocketServerHandshakerFactory("ws://fake/ws", "chat.v1", false, 1 << 16)
                .newHandshaker(request);
        handshaker.handshake(ctx.channel(), request).addListener(done -> {
            ctx.pipeline().addLast(new SessionHandler(office, user));
            office.enter(user, ctx.channel());
        });
    }

    private void answer(ChannelHandlerContext ctx, String user, FullHttpRequest request) {
        if (Faults.strikes(faults.unavailableReplies)) {
            refuse(ctx, HttpResponseStatus.SERVICE_UNAVAILABLE, "CHAT_TEMPORARILY_UNAVAILABLE", true);
            return;
        }
        var query = new QueryStringDecoder(request.uri());
        var body = query.path().endsWith("/messages/search")
                ? office.search(user, wordOf(request))
                : read(user, query);
        var invents = Faults.strikes(faults.inventiveReplies);
        reply(ctx, HttpResponseStatus.OK, "application/json", invents ? "{\"mood\":1," + body.substring(1) : body);
    }

    private String read(String user, QueryStringDecoder query) {
        var parts = query.path().split("/");
        return parts.length == 4
                ? office.conversations(user, parameter(query, "cursor", 0), (int) parameter(query, "limit", 20))
                : office.history(user, parts[4], parts[5], parameter(query, "after", 0),
                        (int) parameter(query, "limit", 50));
    }

    private static String wordOf(FullHttpRequest search) {
        return Objects.requireNonNull(Command.read(search.content().toString(StandardCharsets.UTF_8)).query);
    }

    private static long parameter(QueryStringDecoder query, String name, long otherwise) {
        return Long.parseLong(query.parameters().getOrDefault(name, List.of(Long.toString(otherwise))).getFirst());
    }

    private static void refuse(ChannelHandlerContext ctx, HttpResponseStatus status, String code, boolean retryable) {
        var problem = Words.write(json -> {
            json.writeStringProperty("title", status.reasonPhrase());
            json.writeNumberProperty("status", status.code());
            json.writeStringProperty("code", code);
            json.writeBooleanProperty("retryable", retryable);
        });
        reply(ctx, status, "application/problem+json", problem);
    }

    private static void reply(ChannelHandlerContext ctx, HttpResponseStatus status, String type, String body) {
        var bytes = Unpooled.copiedBuffer(body, StandardCharsets.UTF_8);
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, bytes);
        response.headers()
                .set(HttpHeaderNames.CONTENT_LENGTH, bytes.readableBytes())
                .set(HttpHeaderNames.CONTENT_TYPE, type);
        ctx.writeAndFlush(response);
    }

    private static String userOf(String authorization) {
        var claims = new String(Base64.getUrlDecoder().decode(authorization.split("\\.")[1]), StandardCharsets.UTF_8);
        var subject = SUBJECT.matcher(claims);
        if (!subject.find()) {
            throw new IllegalArgumentException("claims without a subject");
        }
        return subject.group(1);
    }
}
