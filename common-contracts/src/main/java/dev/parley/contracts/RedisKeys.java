package dev.parley.contracts;

import java.time.Duration;

/**
 * Routes and mailboxes in Redis. Each key stands alone (no multi-key operations), so that a cluster may spread them.
 *
 * <p>A gateway's mailbox is a stream that it creates and keeps alive; writers append only to a stream that exists, so
 * the mailbox is the gateway's lease as well. A user's route is the set of gateways that hold sessions of theirs.
 *
 * <p>Where sessions are limited, gateways keep the sessions of each user too: a sorted set, oldest first, of
 * {@code gatewayId/sessionId} by the time of Redis in microseconds. What a dead gateway left in it is found by its
 * mailbox, once the set is over the limit. Of a session that has to go, its gateway hears on a channel of its own.
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

    public static String sessions(UserId userId) {
        return "sessions:{" + userId + "}";
    }

    /** The sharded channel on which a gateway hears of its sessions that have to go. */
    public static String goodbyes(GatewayId gatewayId) {
        return "goodbyes:{" + gatewayId + "}";
    }
}
