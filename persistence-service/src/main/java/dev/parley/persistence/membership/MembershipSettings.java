package dev.parley.persistence.membership;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Lists of members and contacts.
 *
 * @param page How many members or contacts a page has where the call names no limit.
 * @param maxPage How many members or contacts a page may have; who asks for more is refused.
 * @param maxLookup How many users one look-up of contacts may name.
 */
@ConfigurationProperties("parley.membership")
public record MembershipSettings(
        @DefaultValue("100") int page, @DefaultValue("500") int maxPage, @DefaultValue("200") int maxLookup) {}
