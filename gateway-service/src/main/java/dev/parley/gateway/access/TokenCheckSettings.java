package dev.parley.gateway.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tokens that sessions show once they are open.
 *
 * @param checks How many tokens of open sessions may wait to be checked, apart from handshakes.
 */
@ConfigurationProperties("parley.jwt")
record TokenCheckSettings(@DefaultValue("1000") int checks) {}
