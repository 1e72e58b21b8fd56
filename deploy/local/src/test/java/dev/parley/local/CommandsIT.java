package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.parley.engines.process.RunningProcess;

class CommandsIT {

    @TempDir
    Path folder;

    private final int base = FreeBase.next();

    @AfterEach
    void reap() throws Exception {
        run("down");
        assertThat(processes()).isEmpty();
    }

    @Test
    void startsTellsAndStops() throws Exception {
        var up = up();
        assertThat(up.status()).as(up.toString()).isZero();
        assertThat(up.out().lines()).anyMatch(line -> line.startsWith("Parley is up"));
        assertThat(up.out()).contains("ws://localhost:" + (base + 8081) + "/ws");

        var status = run("status");
        assertThat(status.status()).isZero();
        assertThat(status.out().lines().skip(1)).hasSize(7).allMatch(line -> line.endsWith("healthy"));

        assertThat(run("down").status()).isZero();
        assertThat(processes()).isEmpty();
        assertThat(run("status").status()).isEqualTo(1);
        assertThat(run("down").out()).contains("Nothing to stop");
    }

    @Test
    void killsHoldsAndStartsParts() throws Exception {
        assertThat(up().status()).isZero();

        assertThat(run("kill", "gateway-1").status()).isZero();
        assertThat(run("kill", "postgres").status()).isZero();
        assertThat(run("pause", "redis").status()).isZero();
        var status = run("status");
        assertThat(status.status()).isEqualTo(1);
        assertThat(status.healthOf("gateway-1")).isEqualTo("down");
        assertThat(status.healthOf("postgres")).isEqualTo("down");
        assertThat(status.healthOf("redis")).isEqualTo("paused");
        assertThat(status.healthOf("gateway-2")).isEqualTo("healthy");
        assertThat(run("kill", "gateway-1").err()).contains("gateway-1: is not running");
        assertThat(run("kill", "gateway-9").err()).contains("gateway-9: no such part");

        for (var part : List.of("gateway-1", "postgres", "redis")) {
            assertThat(run("start", part).status()).as(part).isZero();
        }
        assertThat(run("status").status()).isZero();
        assertThat(run("start", "redis").err()).contains("redis: runs already");
    }

    @Test
    void takesOverWhatAKilledUpHasLeft() throws Exception {
        var terminal = OtherTerminal.run(folder, "up", "--port-base", Integer.toString(base));
        terminal.awaitOutput("Parley is up");
        assertThat(up().err()).contains("is up already, in another terminal");
        var before = processes();
        assertThat(before).hasSize(7);

        terminal.kill();
        run("kill", "kafka");
        run("pause", "gateway-2");

        assertThat(up().status()).isZero();
        assertThat(before).noneMatch(RunningProcess::isAlive);
        assertThat(run("status").status()).isZero();
    }

    @Test
    void stopsEverythingWhenTheForegroundIsAskedTo() throws Exception {
        var terminal = OtherTerminal.run(folder, "up", "--port-base", Integer.toString(base));
        terminal.awaitOutput("Parley is up");

        terminal.interrupt();

        assertThat(processes()).isEmpty();
        assertThat(terminal.output()).contains("Parley is down");
    }

    @Test
    void tellsWhichPartFailsAndStopsTheOthers() throws Exception {
        var up = run("up", "--detach", "--port-base", Integer.toString(base), "--set", "fail=yes");

        assertThat(up.status()).isEqualTo(1);
        assertThat(up.err()).contains("ended while starting", "told to fail: yes", folder.resolve("logs").toString());
        assertThat(processes()).isEmpty();
    }

    @Test
    void namesTheHolderOfATakenPort() throws Exception {
        try (var holder = new ServerSocket()) {
            holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), base + 8082));

            var up = up();

            assertThat(up.status()).isEqualTo(1);
            assertThat(up.err()).contains("port " + (base + 8082) + " of gateway-2 is taken by process "
                    + ProcessHandle.current().pid());
            assertThat(processes()).isEmpty();
        }
    }

    @Test
    void keepsDataUnlessItIsToBeFresh() throws Exception {
        assertThat(up().status()).isZero();
        var secret = Files.readString(folder.resolve("secrets/jwt"));
        var password = Files.readString(folder.resolve("data/database-password"));
        assertThat(run("down").status()).isZero();

        assertThat(up().status()).isZero();
        assertThat(folder.resolve("data/database-password")).hasContent(password);
        assertThat(folder.resolve("logs/kafka.log.1")).exists();

        assertThat(run("up", "--detach", "--fresh", "--port-base", Integer.toString(base)).status()).isZero();
        assertThat(Files.readString(folder.resolve("data/database-password"))).isNotEqualTo(password);
        assertThat(folder.resolve("secrets/jwt")).hasContent(secret);
    }

    private Outcome up() {
        return run("up", "--detach", "--port-base", Integer.toString(base));
    }

    private Outcome run(String... words) {
        return Outcome.of(folder, words);
    }

    /** Those of the stack that are alive. */
    private List<RunningProcess> processes() throws IOException {
        var run = new RunFolder(folder.resolve("run"));
        var alive = new ArrayList<RunningProcess>();
        for (var part : run.started()) {
            run.find(part).ifPresent(alive::add);
        }
        return alive;
    }
}
