package dev.parley.search.setup;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What has to be there before the service starts.
 *
 * @param atStart Whether a service that starts brings the tables up to date; else it only checks them, and the program
 *     has to be run with the argument {@code setup} before.
 */
@ConfigurationProperties("parley.setup")
record SetupSettings(@DefaultValue("true") boolean atStart) {}
