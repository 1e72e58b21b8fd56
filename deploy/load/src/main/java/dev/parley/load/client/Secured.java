package dev.parley.load.client;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.URI;
import javax.net.ssl.SSLException;

/** Sockets over TLS: {@code wss}. Certificates are believed as the JDK believes them. */
final class Secured {

    private static final int PLAIN = 80;
    private static final int OVER_TLS = 443;

    private Secured() {}

    static boolean is(URI gateway) {
        return "wss".equals(gateway.getScheme());
    }

    static int port(URI gateway) {
        return gateway.getPort() >= 0 ? gateway.getPort() : is(gateway) ? OVER_TLS : PLAIN;
    }

    static ChannelHandler handler(Channel channel, URI gateway) {
        return Context.CLIENT.newHandler(channel.alloc(), gateway.getHost(), port(gateway));
    }

    /** Made by the first socket that needs it, and shared by all. */
    private static final class Context {

        static final SslContext CLIENT = make();

        private static SslContext make() {
            try {
                return SslContextBuilder.forClient().endpointIdentificationAlgorithm("HTTPS").build();
            } catch (SSLException e) {
                throw new IllegalStateException("TLS: not in this JDK", e);
            }
        }
    }
}
