package dev.parley.persistence.delivery;

import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** A push path for each writer thread. */
@Component
public class MailboxesFactory {

    private final RedisConnections connections;
    private final DeliverySettings settings;
    private final InstantSource clock;

    MailboxesFactory(RedisConnections connections, DeliverySettings settings, InstantSource clock) {
        this.connections = connections;
        this.settings = settings;
        this.clock = clock;
    }

    public Mailboxes open() {
        return new Mailboxes(connections, settings, clock);
    }
}
