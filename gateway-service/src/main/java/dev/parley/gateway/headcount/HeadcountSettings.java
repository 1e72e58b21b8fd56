package dev.parley.gateway.headcount;

import dev.parley.access.settings.Range;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sessions are counted over all gateways.
 *
 * @param kept How long after a user's last arrival Redis knows their sessions.
 * @param owed How many sessions that ended while Redis was away are remembered, to be taken off its list later; what is
 *     beyond, it forgets in time.
 */
@ConfigurationProperties("parley.headcount")
record HeadcountSettings(@DefaultValue("1d") Duration kept, @Range(from = 0) @DefaultValue("100000") int owed) {}
