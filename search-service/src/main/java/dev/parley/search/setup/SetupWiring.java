package dev.parley.search.setup;

import dev.parley.access.StartPatience;
import dev.parley.start.Migrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SetupWiring {

    @Bean
    Migrations migrations(SetupSettings settings) {
        return new Migrations(settings.atStart(), new StartPatience(settings.patience()));
    }
}
