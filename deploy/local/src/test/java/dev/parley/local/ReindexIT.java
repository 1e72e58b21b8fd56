package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.parley.engines.Database;

/** The index is built anew from a terminal. */
@ExtendWith(SharedStack.class)
class ReindexIT {

    private SharedStack.Running running;
    private Database index;

    @BeforeEach
    void find(SharedStack.Running shared) throws Exception {
        running = shared;
        var home = new Home(running.folder());
        index = Blueprint.searchDatabase(home, StackSettings.load(home.run()).addresses());
    }

    @AfterEach
    void release() throws SQLException {
        execute("DROP FUNCTION IF EXISTS hold CASCADE");
    }

    @Test
    void buildsAndTellsWhatServesThen() {
        var before = serving();

        var built = run();

        assertThat(built.status()).as(built.toString()).isZero();
        assertThat(built.out().lines()).noneMatch(String::isBlank);
        assertThat(built.out().lines().toList().getLast()).startsWith("Serving now: generation " + serving() + ", ");
        assertThat(serving()).isGreaterThan(before);
        assertThat(run("--status").out()).contains("Nothing is being built");
        assertThat(run("--cancel").out()).isEqualToIgnoringNewLines("Nothing is being built");
    }

    @Test
    void givesUpABuildAndTellsWhoFollowsIt() throws Exception {
        var before = serving();
        holdBuilds();
        try (var terminal = OtherTerminal.run(running.folder(), "reindex")) {
            terminal.awaitOutput("generation ");
            var building = building();

            assertThat(run("--cancel").out()).isEqualToIgnoringNewLines("Given up: generation " + building);

            assertThat(terminal.awaitEnd()).isEqualTo(1);
            assertThat(terminal.output()).endsWith("Not built: generation " + building + " was given up\n");
        }
        assertThat(run("--status").out()).contains("Nothing is being built");
        assertThat(serving()).isEqualTo(before);
    }

    @Test
    void leavesABuildAtWorkWhenItIsInterrupted() throws Exception {
        holdBuilds();
        var building = 0;
        try (var terminal = OtherTerminal.run(running.folder(), "reindex")) {
            terminal.awaitOutput("generation ");
            building = building();

            terminal.interrupt();

            assertThat(terminal.output()).contains("The search service goes on building", "--status", "--cancel")
                    .doesNotContain("Not built", "Serving now");
        }
        assertThat(building()).isEqualTo(building);
        try (var terminal = OtherTerminal.run(running.folder(), "reindex")) {
            terminal.awaitOutput("generation " + building + ": ");
            release();
            assertThat(terminal.awaitEnd()).as(terminal.output()).isZero();
            assertThat(terminal.output()).contains("Serving now: generation " + building + ", ");
        }
    }

    /** All is read, and then no other generation gets to serve until {@link #release}. */
    private void holdBuilds() throws SQLException {
        execute("CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''held''; END'");
        execute("CREATE TRIGGER hold BEFORE UPDATE ON generations FOR EACH STATEMENT EXECUTE FUNCTION hold()");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = index.connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Outcome run(String... options) {
        var words = new String[options.length + 1];
        words[0] = "reindex";
        System.arraycopy(options, 0, words, 1, options.length);
        return Outcome.of(running.folder(), words);
    }

    private int serving() {
        return number("Serving: generation ");
    }

    private int building() {
        return number("Building: generation ");
    }

    /** Of the generation that the status names so. */
    private int number(String label) {
        var status = run("--status").out();
        return status.lines().filter(line -> line.startsWith(label)).findFirst()
                .map(line -> Integer.parseInt(line.substring(label.length()).replaceAll("\\D.*", "")))
                .orElseThrow(() -> new AssertionError(status));
    }
}
