package dev.parley.search;

import dev.parley.access.documents.OpenApiAccess;
import dev.parley.access.rest.RestAccess;
import dev.parley.search.setup.Setup;
import dev.parley.start.LogSettings;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The search service; with the argument {@code setup}, only what it needs is made. */
@SpringBootApplication(exclude = DataSourceAutoConfiguration.class)
@ConfigurationPropertiesScan
@EnableConfigurationProperties(LogSettings.class)
@Import({RestAccess.class, OpenApiAccess.class})
public class SearchApplication {

    public static void main(String[] arguments) {
        if (Setup.isAskedFor(arguments)) {
            Setup.run(arguments);
        } else {
            SpringApplication.run(SearchApplication.class, arguments);
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
