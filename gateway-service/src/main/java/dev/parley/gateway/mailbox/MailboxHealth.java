package dev.parley.gateway.mailbox;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up from the first time that the mailbox was followed: without Redis the gateway still takes what clients send. */
final class MailboxHealth implements HealthIndicator {

    private final MailboxReader reader;

    MailboxHealth(MailboxReader reader) {
        this.reader = reader;
    }

    @Override
    public Health health() {
        var health = reader.hasFollowed() && reader.isRunning() ? Health.up() : Health.down();
        return health.withDetail("redis", reader.isFollowing() ? "connected" : "away").build();
    }
}
