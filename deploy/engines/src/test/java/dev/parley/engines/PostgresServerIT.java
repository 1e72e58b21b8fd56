package dev.parley.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

    @TempDir
    Path folder;

    @Test
    void keepsRowsThroughAKill() throws Exception {
        try (var postgres = RunningEngine.start(server())) {
            var database = postgres.engine().database("postgres").create("chat");
            execute(database, "CREATE TABLE facts (seq bigint PRIMARY KEY)", "INSERT INTO facts VALUES (1)");

            postgres.kill();
            postgres.restart();

            execute(database, "INSERT INTO facts VALUES (2)");
            assertThat(query(database, "SELECT count(*) FROM facts")).isEqualTo("2");
        }
    }

    @Test
    void promisesDurabilityAndAsksForThePassword() throws Exception {
        try (var postgres = RunningEngine.start(server())) {
            var database = postgres.engine().database("postgres");
            for (var setting : new String[]{"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(query(database, "SHOW " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(query(database, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(query(database, "SELECT datlocale FROM pg_database WHERE datname = current_database()"))
                    .isEqualTo("C.UTF-8");
            var intruder = new Database(database.jdbcUrl(), database.username(), "guess");
            assertThatThrownBy(() -> intruder.connect().close()).isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    @Test
    void letsAUserOfADatabaseIntoThatOneOnly() throws Exception {
        try (var postgres = RunningEngine.start(server())) {
            var server = postgres.engine().database("postgres");
            var chat = server.create("chat");
            server.create("other", "clerk", "first'; --");
            var other = server.create("other", "clerk", "second");

            execute(other, "CREATE TABLE facts (seq bigint PRIMARY KEY)");
            assertThat(query(other, "SELECT current_user || ' ' || count(*) FROM facts")).isEqualTo("clerk 0");
            var stranger = new Database(chat.jdbcUrl(), other.username(), other.password());
            assertThatThrownBy(() -> stranger.connect().close()).hasMessageContaining("permission denied");
        }
    }

    @Test
    void startsThoughTheOldPidBelongsToAnotherProcess() throws Exception {
        try (var postgres = RunningEngine.start(server())) {
            postgres.kill();
            var pidFile = folder.resolve("data/postmaster.pid");
            var lines = Files.readAllLines(pidFile);
            lines.set(0, Long.toString(ProcessHandle.current().pid()));
            Files.write(pidFile, lines);

            postgres.restart();

            assertThat(query(postgres.engine().database("postgres"), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void stopsWhileClientsAreConnected() throws Exception {
        var postgres = RunningEngine.start(server());
        try (var connection = postgres.engine().database("postgres").connect()) {
            assertThat(connection.isValid(5)).isTrue();
            postgres.close();
        }
        assertThat(postgres.process().isAlive()).isFalse();
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
    }

    private PostgresServer server() {
        return PostgresServer.in(folder, "parley", "a secret of this test");
    }

    private static void execute(Database database, String... statements) throws SQLException {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        }
    }

    private static String query(Database database, String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
