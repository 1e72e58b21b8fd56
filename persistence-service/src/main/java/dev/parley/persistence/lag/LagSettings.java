package dev.parley.persistence.lag;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Looks at the log and at the database.
 *
 * @param interval How often each instance looks where the log ends and how far the writers have got.
 * @param kafkaTimeout How long Kafka may take to answer one look.
 * @param patience How long an engine may leave looks unanswered before it counts as away.
 */
@ConfigurationProperties("parley.lag")
public record LagSettings(
        @DefaultValue("1s") Duration interval,
        @DefaultValue("3s") Duration kafkaTimeout,
        @DefaultValue("5s") Duration patience) {}
