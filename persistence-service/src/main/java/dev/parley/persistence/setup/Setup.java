package dev.parley.persistence.setup;

import dev.parley.access.StartRefused;
import dev.parley.start.LogSettings;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The program that prepares the database and the log, and ends: with the settings of the service, but nothing of it
 * running. It may be run again at any time, and by several at once; what is there already is left as it is. One of the
 * two alone: {@code setup tables}, {@code setup topics}.
 */
public final class Setup {

    private static final String WORD = "setup";

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class Tables {}

    @ImportAutoConfiguration(KafkaAutoConfiguration.class)
    @EnableConfigurationProperties({SetupSettings.class, LogSettings.class})
    @Import(TopicMaker.class)
    static class Log {}

    /** What keeps a service from waiting forever would end the making of an index on large tables. */
    private static final List<String> PATIENCE = List.of(
            "--spring.datasource.hikari.connection-init-sql=",
            "--spring.datasource.hikari.data-source-properties.socketTimeout=0",
            "--spring.datasource.hikari.minimum-idle=0");

    public static boolean isAskedFor(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals(WORD);
    }

    /** Returns when all is there. */
    public static void run(String[] arguments) {
        var all = Stream.concat(Stream.of(arguments), PATIENCE.stream()).toArray(String[]::new);
        // Tables are made while the context starts.
        try (var context = new SpringApplicationBuilder(parts(arguments)).web(WebApplicationType.NONE).run(all)) {
            context.getBeanProvider(TopicMaker.class).ifAvailable(TopicMaker::make);
        }
    }

    private static Class<?>[] parts(String[] arguments) {
        var part = arguments.length > 1 && !arguments[1].startsWith("--") ? arguments[1] : "";
        return switch (part) {
            case "" -> new Class<?>[]{Tables.class, Log.class};
            case "tables" -> new Class<?>[]{Tables.class};
            case "topics" -> new Class<?>[]{Log.class};
            default -> throw new StartRefused("setup " + part + " (expected: setup, setup tables or setup topics)");
        };
    }
}
