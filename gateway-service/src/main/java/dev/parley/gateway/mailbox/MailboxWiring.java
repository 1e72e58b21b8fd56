package dev.parley.gateway.mailbox;

import dev.parley.gateway.session.Resync;
import dev.parley.gateway.session.Sessions;
import dev.parley.tracing.Tracing;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Spring brings the client, with whatever the operator sets for it; the connections are the mailbox's own. */
@Configuration(proxyBeanMethods = false)
class MailboxWiring {

    @Bean
    LettuceClientOptionsBuilderCustomizer noReconnects() {
        return options -> options.autoReconnect(false).disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }

    @Bean
    RouteTable routeTable(MailboxSettings settings) {
        return new RouteTable(settings.redis().answer());
    }

    @Bean
    Places places(RouteTable routes, ObjectProvider<PlaceListener> listeners) {
        return new Places(routes, listeners.orderedStream().toList());
    }

    @Bean
    Fanout fanout(
            Sessions sessions,
            ObjectProvider<MembershipListener> listeners,
            Clock clock,
            Tracing tracing,
            MeterRegistry metrics) {
        var memberships = new MembershipNews(listeners.orderedStream().toList());
        return new Fanout(sessions, memberships, new PassageMeters(metrics, clock), tracing, metrics);
    }

    @Bean
    MailboxReader mailboxReader(
            LettuceConnectionFactory factory,
            Places places,
            Fanout fanout,
            Resync resync,
            MailboxSettings settings,
            MeterRegistry metrics) {
        return new MailboxReader(
                () -> RedisLink.open(
                        (RedisClient) factory.getRequiredNativeClient(),
                        settings.redis().answer(),
                        settings.reading().block()),
                places,
                fanout,
                new LostPlaces(resync, metrics),
                settings);
    }

    @Bean
    MailboxHealth mailboxHealthIndicator(MailboxReader reader) {
        return new MailboxHealth(reader);
    }
}
