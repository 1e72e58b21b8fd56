package dev.parley.persistence.history;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Pages of REST lists.
 *
 * @param page length of a page that names no limit
 * @param maxPage longest page that may be asked for
 */
@ConfigurationProperties("parley.history")
public record HistorySettings(@DefaultValue("50") int page, @DefaultValue("200") int maxPage) {}
