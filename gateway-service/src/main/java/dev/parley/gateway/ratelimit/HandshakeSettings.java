package dev.parley.gateway.ratelimit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Handshakes of one address: an IPv4 address, or the first 64 bits of an IPv6 one.
 *
 * @param perMinute How many handshakes one address (the first 64 bits of an IPv6 one) may make in a minute in the long
 *     run, and as many at once, since an office behind one address comes back together; more are refused.
 * @param addresses How many addresses are counted at a time; beyond, those that have been quiet for longest are
 *     forgotten.
 */
@ConfigurationProperties("parley.limits.handshakes")
record HandshakeSettings(@DefaultValue("600") int perMinute, @DefaultValue("100000") int addresses) {

    HandshakeSettings {
        LimitSettings.positive("handshakes.per-minute", perMinute);
        LimitSettings.positive("handshakes.addresses", addresses);
    }
}
