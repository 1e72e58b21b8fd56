package dev.parley.persistence.delivery;

import dev.parley.tracing.Tracing;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** A push path for each writer thread. */
@Component
public class MailboxesFactory {

    private final RedisConnections connections;
    private final DeliverySettings settings;
    private final InstantSource clock;
    private final Tracing tracing;

    MailboxesFactory(RedisConnections connections, DeliverySettings settings, InstantSource clock,
            Tracing tracing) {
        this.connections = connections;
        this.settings = settings;
        this.clock = clock;
        this.tracing = tracing;
    }

    public Mailboxes open() {
        return new Mailboxes(connections, settings, clock, tracing);
    }
}
