package dev.parley.load.client;

import dev.parley.load.wire.FrameReader;
import dev.parley.load.wire.MalformedReply;
import dev.parley.load.wire.ServerFrame;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket to a gateway, on its owner's event loop. Frames written during one turn of the loop leave together: what
 * answers a batch of reads costs one system call, not one a frame.
 */
final class GatewaySocket extends SimpleChannelInboundHandler<WebSocketFrame> {

    private static final int LARGEST_FRAME = 1 << 20;
    private static final int LARGEST_ANSWER = 64 * 1024;

    private final Owner owner;
    private final Onlooker.Ear onlooker;
    private @Nullable ChannelHandlerContext context;
    private @Nullable Channel channel;
    private Closure closure = new Closure(Closure.ABNORMAL, "the connection was lost");
    private boolean flushPending;
    private boolean over;
    private long lastHeard = System.nanoTime();

    /** Whoever holds the socket. After {@code closed} it hears no more. */
    interface Owner {

        void opened();

        void frame(ServerFrame frame);

        /** All that arrived together has been told. */
        void batchEnded();

        void closed(Closure closure);
    }

    private GatewaySocket(Owner owner, Onlooker.Ear onlooker) {
        this.owner = owner;
        this.onlooker = onlooker;
    }

    /** What to open, as whom, and how long to wait for it. */
    record Call(URI gateway, String token, Duration patience) {

        @Override
        public String toString() {
            return gateway.toString();
        }
    }

    static GatewaySocket open(EventLoop loop, Call call, Owner owner, Onlooker.Ear onlooker) {
        var socket = new GatewaySocket(owner, onlooker);
        var millis = Math.toIntExact(call.patience().toMillis());
        var connecting = new Bootstrap().group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, millis)
                .handler(new Pipeline(call.gateway(), handshake(call, millis), socket))
                .connect(call.gateway().getHost(), Secured.port(call.gateway()));
        socket.channel = connecting.channel();
        connecting.addListener((ChannelFuture result) -> {
            if (!result.isSuccess()) {
                // Later: the owner hears of no end before it holds the socket.
                loop.execute(
                        () -> socket.end(new Closure(Closure.ABNORMAL, String.valueOf(result.cause().getMessage()))));
            }
        });
        return socket;
    }

    private static WebSocketClientProtocolConfig handshake(Call call, int patienceMillis) {
        return WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(call.gateway())
                .subprotocol("chat.v1")
                .customHeaders(new DefaultHttpHeaders().set(HttpHeaderNames.AUTHORIZATION, "Bearer " + call.token()))
                .maxFramePayloadLength(LARGEST_FRAME)
                .handshakeTimeoutMillis(patienceMillis)
                .handleCloseFrames(false)
                .withUTF8Validator(false)
                .build();
    }

    private static final class Pipeline extends ChannelInitializer<Channel> {

        private final URI gateway;
        private final WebSocketClientProtocolConfig handshake;
        private final GatewaySocket socket;

        Pipeline(URI gateway, WebSocketClientProtocolConfig handshake, GatewaySocket socket) {
            this.gateway = gateway;
            this.handshake = handshake;
            this.socket = socket;
        }

        @Override
        protected void initChannel(Channel channel) {
            if (Secured.is(gateway)) {
                channel.pipeline().addLast(Secured.handler(channel, gateway));
            }
            channel.pipeline()
                    .addLast(new HttpClientCodec(), new HttpObjectAggregator(LARGEST_ANSWER),
                            new WebSocketClientProtocolHandler(handshake), new WebSocketFrameAggregator(LARGEST_FRAME),
                            socket);
        }
    }

    /** Writes one frame; it leaves at the end of this turn of the loop. */
    void write(Consumer<OutputStream> frame) {
        var open = context;
        if (open == null || over) {
            return;
        }
        var bytes = open.alloc().buffer(256);
        try (var out = new ByteBufOutputStream(bytes)) {
            frame.accept(out);
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory cannot be written", e);
        }
        onlooker.sent(bytes.nioBuffer());
        open.write(new TextWebSocketFrame(bytes), open.voidPromise());
        if (!flushPending) {
            flushPending = true;
            open.executor().execute(this::flush);
        }
    }

    private void flush() {
        flushPending = false;
        if (context != null) {
            context.flush();
        }
    }

    /** When anything last came in, pings included, by {@link System#nanoTime}. */
    long lastHeard() {
        return lastHeard;
    }

    /** Ends the socket at once and without a farewell, as a network fault would. */
    void drop(String reason) {
        end(new Closure(Closure.ABNORMAL, reason));
    }

    void farewell() {
        if (context != null && !over) {
            context.writeAndFlush(new CloseWebSocketFrame(1000, ""));
        }
        end(new Closure(1000, ""));
    }

    private void end(Closure why) {
        if (over) {
            return;
        }
        over = true;
        if (channel != null) {
            channel.close();
        }
        owner.closed(why);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == WebSocketClientProtocolHandler.ClientHandshakeStateEvent.HANDSHAKE_COMPLETE && !over) {
            owner.opened();
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
        if (over) {
            return;
        }
        switch (frame) {
            case TextWebSocketFrame text -> {
                onlooker.received(text.content().nioBuffer());
                owner.frame(read(text));
            }
            case CloseWebSocketFrame close -> {
                closure = new Closure(close.statusCode(), close.reasonText());
                end(closure);
            }
            default -> drop("a frame that is no text");
        }
    }

    private static ServerFrame read(TextWebSocketFrame text) {
        var bytes = ByteBufUtil.getBytes(text.content());
        return FrameReader.read(bytes, 0, bytes.length);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        lastHeard = System.nanoTime();
        if (!over) {
            owner.batchEnded();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        end(closure);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        end(switch (cause) {
            case WebSocketClientHandshakeException refused when isUnauthorized(refused.response()) ->
                new Closure(Closure.UNAUTHENTICATED, "the handshake was refused with 401");
            case MalformedReply malformed -> new Closure(Closure.ABNORMAL, "malformed: " + malformed.getMessage());
            default -> new Closure(Closure.ABNORMAL, String.valueOf(cause.getMessage()));
        });
    }

    private static boolean isUnauthorized(@Nullable HttpResponse response) {
        return response != null && response.status().code() == 401;
    }
}
