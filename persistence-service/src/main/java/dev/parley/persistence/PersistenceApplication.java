package dev.parley.persistence;

import dev.parley.access.documents.OpenApiAccess;
import dev.parley.access.rest.RestAccess;
import dev.parley.persistence.setup.Setup;
import dev.parley.start.LogSettings;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The persistence service; with the argument {@code setup}, only what it needs is made. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableConfigurationProperties(LogSettings.class)
@EnableScheduling
@Import({RestAccess.class, OpenApiAccess.class})
public class PersistenceApplication {

    public static void main(String[] arguments) {
        if (Setup.isAskedFor(arguments)) {
            Setup.run(arguments);
        } else {
            SpringApplication.run(PersistenceApplication.class, arguments);
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
