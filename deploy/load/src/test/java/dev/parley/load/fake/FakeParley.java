package dev.parley.load.fake;

import dev.parley.load.client.Endpoints;
import dev.parley.load.wire.TokenSigner;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Two gateways and REST over one {@link Office}, on ports of their own. */
public final class FakeParley implements AutoCloseable {

    public static final String SECRET = "a secret for tests only, 32 bytes or more";

    private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final ChannelGroup sockets = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Faults faults = new Faults();
    private final Office office = new Office(faults);
    private final List<Channel> servers = List.of(bind(), bind(), bind());

    private Channel bind() {
        return new ServerBootstrap().group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        sockets.add(channel);
                        channel.pipeline()
                                .addLast(new HttpServerCodec(), new HttpObjectAggregator(1 << 20),
                                        new Door(office, faults));
                    }
                })
                .bind("127.0.0.1", 0)
                .syncUninterruptibly()
                .channel();
    }

    public Endpoints endpoints() {
        return new Endpoints(List.of(address("ws", 0), address("ws", 1)), address("http", 2));
    }

    private URI address(String scheme, int server) {
        var port = ((InetSocketAddress) servers.get(server).localAddress()).getPort();
        return URI.create(scheme + "://127.0.0.1:" + port);
    }

    public TokenSigner tokens() {
        return new TokenSigner(SECRET, Duration.ofHours(1), Clock.systemUTC());
    }

    public Faults faults() {
        return faults;
    }

    public Office office() {
        return office;
    }

    /** Every connection ends without a farewell. */
    public void dropConnections() {
        sockets.close();
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
