package dev.parley.contracts;

import java.time.Duration;

/**
 * Routes and mailboxes in Redis. Each key stands alone (no multi-key operations), so that a cluster may spread them.
 *
 * <p>A gateway's mailbox is a stream that it creates and keeps alive; writers append only to a stream that exists, so
 * the mailbox is the gateway's lease as well. A user's route is the set of gateways that hold sessions of theirs.
 */
public final class RedisKeys {

    /** The set of all gateways, dead ones included until somebody meets them. */
    public static final String GATEWAYS = "gateways";

    /** The one field of a mailbox entry: a serialized {@code MailboxEntry}. */
    public static final String ENTRY_FIELD = "e";

    /** A mailbox that nobody refreshes is gone after this. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    /** How often a gateway refreshes its mailbox: two refreshes may fail before the lease ends. */
    public static final Duration LEASE_REFRESH = Duration.ofSeconds(10);

    private RedisKeys() {}

    public static String mailbox(GatewayId gatewayId) {
        return "mailbox:{" + gatewayId + "}";
    }

    public static String route(UserId userId) {
        return "route:{" + userId + "}";
    }
}
