package dev.parley.persistence.history;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Pages of REST lists.
 *
 * @param page How many items a page of history has where the call names no limit.
 * @param maxPage How many items a page of history may have; who asks for more is refused.
 */
@ConfigurationProperties("parley.history")
public record HistorySettings(@DefaultValue("50") int page, @DefaultValue("200") int maxPage) {}
