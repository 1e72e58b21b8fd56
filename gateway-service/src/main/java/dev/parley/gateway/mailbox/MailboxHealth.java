package dev.parley.gateway.mailbox;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether anything finds its way to the sessions here; part of readiness. Sessions that are here stay: what they send is
 * taken, and they are told to sync once the mailbox is followed again.
 */
final class MailboxHealth implements HealthIndicator {

    private final MailboxReader reader;

    MailboxHealth(MailboxReader reader) {
        this.reader = reader;
    }

    @Override
    public Health health() {
        if (reader.isFollowing()) {
            return Health.up().build();
        }
        var reason = reader.hasFollowed()
                ? "Redis is away or has taken this gateway's mailbox; nothing is delivered here until it is back"
                : "Redis has not given this gateway a mailbox yet";
        return Health.down().withDetail("reason", reason).build();
    }
}
