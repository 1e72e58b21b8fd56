package dev.parley.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RollOutTest {

    private static final Path SCRIPT = Overlay.ROOT.resolve("roll-out");

    /** With a kubectl that only writes down what it is asked for. */
    @Test
    void preparesThenRollsReadersBeforeWritersBeforeGateways(@TempDir Path folder) throws Exception {
        var asked = run(folder, "");
        assertThat(asked.stream().map(each -> each.replace(Overlay.LAPTOP.folder().toString(), "LAPTOP")))
                .containsExactly(
                        "delete job --namespace parley --selector parley.dev/roll-out=setup --ignore-not-found",
                        "apply --kustomize LAPTOP --selector !parley.dev/roll-out",
                        "apply --kustomize LAPTOP --selector parley.dev/roll-out=setup",
                        "get job --namespace parley --selector parley.dev/roll-out=setup --output name",
                        "wait job.batch/setup --namespace parley --for=condition=complete --timeout=15m",
                        "apply --kustomize LAPTOP --selector parley.dev/roll-out=search",
                        "rollout status deployment/search --namespace parley --timeout=30m",
                        "apply --kustomize LAPTOP --selector parley.dev/roll-out=persistence",
                        "rollout status deployment/persistence --namespace parley --timeout=30m",
                        "apply --kustomize LAPTOP --selector parley.dev/roll-out=gateway",
                        "rollout status deployment/gateway --namespace parley --timeout=30m");
    }

    @Test
    void stopsWhereSomethingFails(@TempDir Path folder) throws Exception {
        var asked = run(folder, "wait) exit 1;;");
        assertThat(asked).hasSize(5).last().asString().startsWith("wait job");
    }

    private static List<String> run(Path folder, String more) throws IOException, InterruptedException {
        var program = folder.resolve("kubectl");
        Files.writeString(program, """
            #!/bin/sh
            echo "$*" >> asked
            case "$1" in get) echo job.batch/setup;; %s esac
            """.formatted(more));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        var builder = new ProcessBuilder(SCRIPT.toString(), Overlay.LAPTOP.folder().toString())
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        builder.start().waitFor();
        return Files.readAllLines(folder.resolve("asked"));
    }

    @ParameterizedTest
    @EnumSource
    void knowsTheTurnOfEachProgram(Overlay overlay) {
        assertThat(overlay.manifests().workloads().stream().filter(each -> each.program().isPresent()))
                .allSatisfy(each -> assertThat(each.manifest().content().path("metadata").path("labels")
                        .path("parley.dev/roll-out").asString(""))
                        .isEqualTo(each.manifest().kind().equals("Job") ? "setup" : each.name()));
    }

    /** A Job that stays could not be applied again with another image. */
    @ParameterizedTest
    @EnumSource
    void takesJobsAwayThatAreThrough(Overlay overlay) {
        assertThat(overlay.manifests().of("Job")).isNotEmpty().allSatisfy(
                job -> assertThat(job.spec().path("ttlSecondsAfterFinished").asInt(0)).isBetween(60, 600));
    }
}
