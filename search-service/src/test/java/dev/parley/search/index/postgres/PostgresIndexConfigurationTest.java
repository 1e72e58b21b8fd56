package dev.parley.search.index.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.search.index.IndexCatalog;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PostgresIndexConfigurationTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withBean(Clock.class, Clock::systemUTC)
            .withUserConfiguration(PostgresIndexConfiguration.class);

    @Test
    void isTheEngineUnlessAnotherIsAskedFor() {
        context.run(started -> {
            assertThat(started).hasSingleBean(IndexCatalog.class);
            var dataSource = started.getBean(HikariDataSource.class);
            assertThat(dataSource.getJdbcUrl()).isEqualTo("jdbc:postgresql://127.0.0.1:5433/parley_search");
            assertThat(dataSource.getMaximumPoolSize()).isEqualTo(12);
            assertThat(dataSource.getConnectionTimeout()).isEqualTo(2_000);
            assertThat(dataSource.getConnectionInitSql()).contains("random_page_cost = 1.1");
            assertThat(dataSource.getDataSourceProperties()).containsEntry("socketTimeout", "20");
        });
    }

    @Test
    void hasNoDatabaseWithAnotherEngine() {
        context.withPropertyValues("parley.search.engine=opensearch")
                .run(started -> assertThat(started)
                        .doesNotHaveBean(IndexCatalog.class)
                        .doesNotHaveBean(DataSource.class));
    }
}
