package dev.parley.persistence.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Refusals that are kept for senders who were away.
 *
 * @param keep How long a refusal is kept for a sender to ask for.
 * @param sweep How often older refusals are deleted.
 */
@ConfigurationProperties("parley.refusals")
record RefusalSettings(@DefaultValue("7d") Duration keep, @DefaultValue("1h") Duration sweep) {}
