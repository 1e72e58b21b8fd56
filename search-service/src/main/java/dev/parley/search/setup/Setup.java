package dev.parley.search.setup;

import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The program that prepares the database, and ends: with the settings of the service, but nothing of it running. It may be
 * run again at any time, and by several at once. Where OpenSearch is the engine there is nothing to do.
 */
@Import(Setup.Tables.class)
public final class Setup {

    private static final Logger log = LoggerFactory.getLogger(Setup.class);
    private static final String WORD = "setup";

    /** What keeps a service from waiting forever would end the making of an index on large tables. */
    private static final List<String> PATIENCE = List.of(
            "--spring.datasource.hikari.connection-init-sql=",
            "--spring.datasource.hikari.data-source-properties.socketTimeout=0",
            "--spring.datasource.hikari.minimum-idle=0");

    /** Tables are made while the context starts. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "parley.search.engine", havingValue = "postgres", matchIfMissing = true)
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class Tables {}

    public static boolean isAskedFor(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals(WORD);
    }

    /** Returns when all is there. */
    public static void run(String[] arguments) {
        var all = Stream.concat(Stream.of(arguments), PATIENCE.stream()).toArray(String[]::new);
        try (var context = new SpringApplicationBuilder(Setup.class).web(WebApplicationType.NONE).run(all)) {
            var engine = context.getEnvironment().getProperty("parley.search.engine", "postgres");
            log.info("all that the engine {} needs is there", engine);
        }
    }
}
