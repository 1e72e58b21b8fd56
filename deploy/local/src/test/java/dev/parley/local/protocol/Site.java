package dev.parley.local.protocol;

import dev.parley.load.wire.TokenSigner;
import dev.parley.load.wire.UserId;
import dev.parley.local.LocalStack;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** The running system: where it is, and who may be let in. */
final class Site {

    private final LocalStack stack;
    private final AtomicInteger people = new AtomicInteger();

    Site(LocalStack stack) {
        this.stack = stack;
    }

    LocalStack stack() {
        return stack;
    }

    /** Gateways are counted from 1. */
    URI gateway(int number) {
        return stack.gateway(number);
    }

    /** A name that nobody in this run has. */
    String somebody(String name) {
        return name + "-" + people.incrementAndGet();
    }

    String token(String user) {
        return token(user, Duration.ofHours(1));
    }

    String token(String user, Duration lifetime) {
        return TokenSigner.fromFile(stack.secretFile(), lifetime, Clock.systemUTC()).tokenFor(new UserId(user));
    }

    /** A device that has been let in. */
    Device join(Wire wire, int gateway, String user) {
        var device = Device.open(this, wire, gateway, token(user));
        device.hears("session:ready");
        return device;
    }

    Rest rest(String user) {
        return new Rest(stack.rest(), token(user));
    }

    /** The calls that the search service answers. */
    Rest search(String user) {
        return new Rest(stack.search(), token(user));
    }
}
