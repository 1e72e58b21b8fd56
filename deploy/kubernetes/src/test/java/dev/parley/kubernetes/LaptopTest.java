package dev.parley.kubernetes;

import static dev.parley.kubernetes.Manifest.items;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The small cluster: that it is small, and the same system as deploy/compose. */
class LaptopTest {

    private static final Path COMPOSE = Overlay.ROOT.resolveSibling("compose");
    private static final double MIB = 0x1p20;

    /** What a cluster's own pods ask for is about 0.85 cores and 300 MiB. */
    private static final double CORES = 2 - 0.85;

    private static final double MEMORY = (6 * 1024 - 300) * MIB;

    @Test
    void fitsTwoCoresAndSixGibibytesAlsoWhileAllIsRolled() {
        assertThat(sum("requests", "cpu")).isLessThan(CORES);
        assertThat(sum("requests", "memory")).isLessThan(MEMORY * 0.8);
    }

    @Test
    void needsNoMoreThanItsLimitsEvenIfAllIsUsed() {
        var steady = services().mapToDouble(each -> replicas(each) * most(each, "limits", "memory")).sum();
        var oneMore = workloads("Deployment").mapToDouble(each -> most(each, "limits", "memory")).max().orElseThrow();
        assertThat(steady + oneMore).isLessThan(MEMORY);
    }

    /** All pods, the Jobs, and one more of each Deployment. */
    private static double sum(String kind, String what) {
        var jobs = workloads("Job").mapToDouble(each -> most(each, kind, what)).sum();
        var surge = workloads("Deployment").mapToDouble(each -> most(each, kind, what)).sum();
        return jobs + surge + services().mapToDouble(each -> replicas(each) * most(each, kind, what)).sum();
    }

    private static Stream<Workload> services() {
        return workloads("Deployment", "StatefulSet");
    }

    private static Stream<Workload> workloads(String... kinds) {
        return Overlay.LAPTOP.manifests().of(kinds).map(Workload::new);
    }

    private static int replicas(Workload workload) {
        return workload.manifest().spec().path("replicas").asInt();
    }

    /** One container runs at a time, the first ones before the others. */
    private static double most(Workload workload, String kind, String what) {
        return workload.allContainers()
                .mapToDouble(each -> Quantities.of(each.path("resources").path(kind).path(what).asString()))
                .max().orElseThrow();
    }

    @Test
    void runsTheEnginesOfCompose() throws IOException {
        var compose = Manifest.in(Files.readString(COMPOSE.resolve("compose.yaml"))).getFirst().content()
                .path("services");
        for (var engine : List.of("kafka", "postgres", "redis", "edge")) {
            assertThat(Overlay.LAPTOP.manifests().workload(engine).containers().map(each -> each.path("image")))
                    .containsExactly(compose.path(engine).path("image"));
        }
        assertThat(Overlay.LAPTOP.manifests().workload("kafka").containers().flatMap(each -> items(each.path("env")))
                .filter(each -> !each.path("name").asString().matches("KAFKA_(LOG_DIRS|HEAP_OPTS)")))
                .allSatisfy(each -> assertThat(compose.path("kafka").path("environment")
                        .path(each.path("name").asString()).asString()).as("%s", each)
                        .isEqualTo(each.path("value").asString()));
    }

    /** Apart from where it finds the services, and from Grafana, which is not here. */
    @Test
    void hasTheEdgeOfCompose() throws IOException {
        var compose = Files.readString(COMPOSE.resolve("edge/haproxy.cfg"))
                .replaceFirst("(?s)# Containers come.*?(?=frontend public)", "")
                .replaceFirst("(?s)frontend operators.*?(?=frontend telemetry)", "")
                .replaceAll("server-template (\\w+)- \\d+ (.*) resolvers docker init-addr none", "server $1 $2");
        var here = Files.readString(Overlay.LAPTOP.folder().resolve("edge/haproxy.cfg"))
                .replaceFirst("(?s)#\n# The same as in deploy/compose.*?(?=global)", "");
        assertThat(here).isEqualTo(compose);
    }

    @Test
    void makesTheDatabasesOfCompose() {
        assertThat(Overlay.LAPTOP.folder().resolve("postgres/databases.sh"))
                .hasSameTextualContentAs(COMPOSE.resolve("postgres/databases.sh"));
    }

    /** A node can be drained: where all pods are on it, no budget may wait for others. */
    @Test
    void lendsNoBudgetToALoneNode() {
        assertThat(Overlay.LAPTOP.manifests().of("PodDisruptionBudget").map(Manifest::spec)
                .map(each -> each.path("maxUnavailable")).map(JsonNode::asString)).containsOnly("100%");
    }
}
