package dev.parley.search.index.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.search.index.IndexCatalog;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The index in PostgreSQL, unless another engine is asked for. The database is made here and not by Spring Boot, which
 * would have one wherever its driver is; Flyway comes with it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "parley.search.engine", havingValue = "postgres", matchIfMissing = true)
@EnableConfigurationProperties({DataSourceProperties.class, PostgresSettings.class})
class PostgresIndexConfiguration {

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(DataSourceProperties properties) {
        return properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
    }

    @Bean
    IndexCatalog indexCatalog(DataSource dataSource, PostgresSettings settings, Clock clock) {
        return new PostgresCatalog(new Transactions(dataSource), settings, clock);
    }
}
