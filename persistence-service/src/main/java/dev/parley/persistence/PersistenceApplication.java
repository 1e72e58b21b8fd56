package dev.parley.persistence;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The persistence service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class PersistenceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(PersistenceApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
