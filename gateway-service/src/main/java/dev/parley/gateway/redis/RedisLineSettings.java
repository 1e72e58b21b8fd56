package dev.parley.gateway.redis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the lines for what may be lost are kept.
 *
 * @param check how often a line is looked at, and how often one that is away is tried again
 * @param answer how long Redis may take before a line counts as away
 */
@ConfigurationProperties("parley.redis-line")
record RedisLineSettings(@DefaultValue("500ms") Duration check, @DefaultValue("2s") Duration answer) {}
