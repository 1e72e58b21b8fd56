package dev.parley.search.index;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which index there is; the configurations of the engines look at it themselves.
 *
 * @param engine The engine that keeps the index. It takes hold with the next start, whose index is built from the log.
 */
@ConfigurationProperties("parley.search")
record EngineSettings(@DefaultValue("postgres") Engine engine) {

    enum Engine {
        POSTGRES,
        OPENSEARCH
    }
}
