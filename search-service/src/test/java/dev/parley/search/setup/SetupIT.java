package dev.parley.search.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engines.Database;
import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.WithEngines;
import dev.parley.search.SearchApplication;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

@WithEngines(EngineKind.POSTGRES)
class SetupIT {

    private final Database database;

    SetupIT(Database database) {
        this.database = database;
    }

    /** As much of the service as looks at its tables when it starts. */
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    @EnableConfigurationProperties(SetupSettings.class)
    @Import(SetupWiring.class)
    static class Start {}

    private String[] arguments(String... more) {
        var all = new String[]{"setup", "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password()};
        return Stream.of(all, more).flatMap(Arrays::stream).toArray(String[]::new);
    }

    private void start() {
        new SpringApplicationBuilder(Start.class).web(WebApplicationType.NONE)
                .run(arguments("--parley.setup.at-start=false")).close();
    }

    @Test
    void makesTheTablesThatAStartOnlyChecks() throws SQLException {
        SearchApplication.main(arguments("--parley.search.engine=opensearch"));
        assertThat(hasTables()).isFalse();
        assertThatThrownBy(this::start).hasStackTraceContaining("expected: setup was run before");
        assertThat(hasTables()).isFalse();
        SearchApplication.main(arguments());
        SearchApplication.main(arguments());
        assertThat(hasTables()).isTrue();
        start();
    }

    private boolean hasTables() throws SQLException {
        try (var connection = database.connect();
                var tables = connection.getMetaData().getTables(null, null, "generations", null)) {
            return tables.next();
        }
    }
}
