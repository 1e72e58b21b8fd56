package dev.parley.gateway.redis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the lines for what may be lost are kept.
 *
 * @param check How often each connection to Redis for what may be lost (counts, typing, presence) is looked at, and one
 *     that is away is tried again.
 * @param answer How long Redis may take to answer before such a connection counts as away.
 */
@ConfigurationProperties("parley.redis-line")
record RedisLineSettings(@DefaultValue("500ms") Duration check, @DefaultValue("2s") Duration answer) {}
