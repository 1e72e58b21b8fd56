package dev.parley.search.query;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One row of places for all who search on this instance. */
@Configuration(proxyBeanMethods = false)
class QueryWiring {

    @Bean
    Turns turns(QuerySettings settings) {
        return new Turns(settings.turns());
    }
}
