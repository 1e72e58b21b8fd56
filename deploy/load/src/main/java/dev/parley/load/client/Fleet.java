package dev.parley.load.client;

import dev.parley.load.wire.TokenSigner;
import dev.parley.load.wire.UserId;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.EventExecutor;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** All simulated devices of a process: they share few event loops, few REST connections and one signer of tokens. */
public final class Fleet implements AutoCloseable {

    private static final int CALLS_AT_ONCE = 16;

    private final Endpoints endpoints;
    private final TokenSigner tokens;
    private final ClientSettings settings;
    private final Onlooker onlooker = Onlooker.find();
    private final Rest rest;
    private final MultiThreadIoEventLoopGroup loops;
    private final List<Seat> seats = new ArrayList<>();
    private final AtomicInteger devices = new AtomicInteger();

    public Fleet(Endpoints endpoints, TokenSigner tokens, ClientSettings settings, int eventLoops) {
        this.endpoints = endpoints;
        this.tokens = tokens;
        this.settings = settings;
        this.rest = new Rest(endpoints.rest(), tokens, CALLS_AT_ONCE, onlooker);
        this.loops = new MultiThreadIoEventLoopGroup(eventLoops, NioIoHandler.newFactory());
        for (EventExecutor loop : loops) {
            seats.add(new Seat((EventLoop) loop));
        }
    }

    /** A new device, not yet started. Devices are dealt out to the gateways in turn. */
    public ChatClient device(UserId user, DeviceListener listener) {
        return device(user, listener, devices.get());
    }

    /** A new device that tries this gateway first. */
    public ChatClient device(UserId user, DeviceListener listener, int gateway) {
        return device(user, listener, gateway, new Notebook());
    }

    /** A device that goes on where the one that wrote this notebook ended. */
    public ChatClient device(UserId user, DeviceListener listener, int gateway, Notebook notebook) {
        var number = devices.getAndIncrement();
        return new ChatClient(this, seats.get(number % seats.size()), new Self(user, notebook, gateway), listener,
                settings);
    }

    public Rest rest() {
        return rest;
    }

    /** The calls of another service; whoever takes it closes it. */
    public Rest rest(URI base) {
        return new Rest(base, tokens, CALLS_AT_ONCE, onlooker);
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    TokenSigner tokens() {
        return tokens;
    }

    Onlooker onlooker() {
        return onlooker;
    }

    /** Ends every socket at once; devices are not told one by one. */
    @Override
    public void close() {
        rest.close();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
