package dev.parley.search.setup;

import dev.parley.access.settings.Range;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What has to be there before the service starts.
 *
 * @param atStart Whether a service that starts brings the tables up to date; else it only checks them, and the program
 *     has to be run with the argument {@code setup} before.
 * @param patience How long a start that only checks the tables waits for {@code setup} to be done with them.
 */
@ConfigurationProperties("parley.setup")
record SetupSettings(
        @DefaultValue("true") boolean atStart,
        @Range(from = 0) @DefaultValue("0s") Duration patience) {}
