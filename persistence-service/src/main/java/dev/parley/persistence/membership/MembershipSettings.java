package dev.parley.persistence.membership;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Lists of members and contacts.
 *
 * @param page length of a page that names no limit
 * @param maxPage longest page that may be asked for
 * @param maxLookup users in one look-up of contacts
 */
@ConfigurationProperties("parley.membership")
public record MembershipSettings(
        @DefaultValue("100") int page, @DefaultValue("500") int maxPage, @DefaultValue("200") int maxLookup) {}
