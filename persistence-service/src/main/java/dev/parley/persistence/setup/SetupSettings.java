package dev.parley.persistence.setup;

import dev.parley.access.settings.Range;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What has to be there before the service starts.
 *
 * @param atStart Whether a service that starts brings the tables up to date; else it only checks them, and the program
 *     has to be run with the argument {@code setup} before.
 * @param patience How long a start that only checks the tables waits for {@code setup} to be done with them.
 * @param replicas How many replicas topics get that {@code setup} makes; unset, as many as the brokers are set to.
 * @param minInSync How many of the replicas of these topics have to have a record before it counts; unset, as many as the
 *     brokers are set to.
 * @param timeout How long {@code setup} waits for Kafka to make topics.
 */
@ConfigurationProperties("parley.setup")
record SetupSettings(
        @DefaultValue("true") boolean atStart,
        @Range(from = 0) @DefaultValue("0s") Duration patience,
        @Nullable Integer replicas,
        @Nullable Integer minInSync,
        @DefaultValue("60s") Duration timeout) {

    Optional<Short> replication() {
        return Optional.ofNullable(replicas).map(Integer::shortValue);
    }

    /** The plan's settings of a topic, with ours. */
    Map<String, String> with(Map<String, String> plan) {
        var all = new HashMap<>(plan);
        if (minInSync != null) {
            all.put("min.insync.replicas", minInSync.toString());
        }
        return all;
    }
}
