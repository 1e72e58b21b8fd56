package dev.parley.kubernetes;

import static dev.parley.kubernetes.Manifest.items;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What runs may do little, take what it was granted, and is what it was. */
class ConfinementTest {

    /** They write their configuration beside their program when they start. */
    private static final Set<String> WRITERS = Set.of("kafka", "opensearch");

    @ParameterizedTest
    @EnumSource
    void fitsTheRestrictedProfile(Overlay overlay) {
        assertThat(overlay.manifests().workloads()).isNotEmpty().allSatisfy(workload -> {
            var pod = workload.pod().path("securityContext");
            assertThat(pod.path("runAsNonRoot").asBoolean(false)).isTrue();
            assertThat(pod.path("runAsUser").asInt(0)).isPositive();
            assertThat(pod.path("seccompProfile").path("type").asString("")).isEqualTo("RuntimeDefault");
            assertThat(workload.allContainers().map(each -> each.path("securityContext"))).allSatisfy(container -> {
                assertThat(container.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
                assertThat(container.path("capabilities").path("drop").path(0).asString("")).isEqualTo("ALL");
                assertThat(container.path("capabilities").has("add")).isFalse();
                assertThat(container.path("readOnlyRootFilesystem").asBoolean(false))
                        .isEqualTo(!WRITERS.contains(workload.name()));
            });
            assertThat(workload.volumes()).noneMatch(each -> each.has("hostPath"));
            assertThat(workload.pod().has("hostNetwork")).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void holdsNamespacesToIt(Overlay overlay) {
        assertThat(overlay.manifests().of("Namespace")).singleElement().satisfies(
                namespace -> assertThat(namespace.content().path("metadata").path("labels")
                        .path("pod-security.kubernetes.io/enforce").asString("")).isEqualTo("restricted"));
    }

    @ParameterizedTest
    @EnumSource
    void limitsEveryContainer(Overlay overlay) {
        assertThat(overlay.manifests().workloads()).allSatisfy(workload -> assertThat(workload.allContainers())
                .allSatisfy(container -> {
                    var resources = container.path("resources");
                    for (var each : Set.of("cpu", "memory")) {
                        var requested = quantity(resources.path("requests").path(each));
                        assertThat(requested).as(each).isPositive();
                        assertThat(quantity(resources.path("limits").path(each))).as(each)
                                .isGreaterThanOrEqualTo(requested);
                    }
                }));
        assertThat(overlay.manifests().workloads().stream().flatMap(Workload::volumes)
                .filter(each -> each.has("emptyDir")))
                .allSatisfy(each -> assertThat(each.path("emptyDir").has("sizeLimit")).as("%s", each).isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void namesImagesByVersionOrDigest(Overlay overlay) {
        var images = overlay.manifests().workloads().stream().flatMap(Workload::allContainers)
                .map(each -> each.path("image").asString());
        assertThat(images).isNotEmpty()
                .allSatisfy(image -> assertThat(image).matches("[a-z0-9./-]+(:v?\\d[\\w.-]*|@sha256:[0-9a-f]{64})"));
    }

    /** What was imported into a node is found there; what was not is fetched once. */
    @ParameterizedTest
    @EnumSource
    void fetchesNoImageThatIsThere(Overlay overlay) {
        assertThat(overlay.manifests().workloads().stream().flatMap(Workload::allContainers))
                .allSatisfy(each -> assertThat(each.path("imagePullPolicy").asString("")).isEqualTo("IfNotPresent"));
    }

    @ParameterizedTest
    @EnumSource
    void goesAsSoonAsItsHookIsThroughButNotBefore(Overlay overlay) {
        assertThat(overlay.manifests().of("Deployment", "StatefulSet").map(Workload::new)).allSatisfy(
                workload -> assertThat(workload.pod().path("terminationGracePeriodSeconds").asInt(0))
                        .isGreaterThan(items(workload.pod().path("containers"))
                                .mapToInt(each -> each.path("lifecycle").path("preStop").path("sleep").path("seconds")
                                        .asInt(0))
                                .max().orElse(0)));
    }

    private static double quantity(JsonNode text) {
        return Quantities.of(text.asString("0"));
    }
}
