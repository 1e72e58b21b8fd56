package dev.parley.gateway.headcount;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sessions are counted over all gateways.
 *
 * @param kept after a user's last arrival, that Redis knows their sessions
 * @param owed sessions that end while Redis is away and are taken off its list later; what is beyond, it forgets in time
 */
@ConfigurationProperties("parley.headcount")
record HeadcountSettings(@DefaultValue("1d") Duration kept, @DefaultValue("100000") int owed) {}
