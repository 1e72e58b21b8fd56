package dev.parley.kubernetes;

import static dev.parley.kubernetes.Manifest.items;
import static dev.parley.kubernetes.Manifest.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What names something else names something that is there. */
class ReferencesTest {

    @ParameterizedTest
    @EnumSource
    void selectsItsOwnPods(Overlay overlay) {
        assertThat(overlay.manifests().of("Deployment", "StatefulSet").map(Workload::new)).isNotEmpty()
                .allSatisfy(each -> assertThat(each.labels())
                        .containsAllEntriesOf(texts(each.manifest().spec().path("selector").path("matchLabels"))));
    }

    @ParameterizedTest
    @EnumSource
    void leadsFromServicesToPortsOfPods(Overlay overlay) {
        var manifests = overlay.manifests();
        assertThat(manifests.of("Service")).isNotEmpty().allSatisfy(service -> {
            var selector = texts(service.spec().path("selector"));
            var behind = selected(manifests, selector);
            assertThat(behind).as("selected by %s", selector).hasSize(1);
            assertThat(items(service.spec().path("ports"))).isNotEmpty().allSatisfy(
                    port -> assertThat(behind.getFirst().port(port.path("targetPort"))).as("%s", port).isPresent());
        });
    }

    @ParameterizedTest
    @EnumSource
    void keepsABudgetForEachOfOurServices(Overlay overlay) {
        var manifests = overlay.manifests();
        for (var program : Program.values()) {
            var budget = manifests.get("PodDisruptionBudget", program.word());
            assertThat(selected(manifests, texts(budget.spec().path("selector").path("matchLabels"))))
                    .singleElement().extracting(Workload::name).isEqualTo(program.word());
        }
    }

    @ParameterizedTest
    @EnumSource
    void spreadsEachOfOurServicesOverNodesAndZones(Overlay overlay) {
        for (var program : Program.values()) {
            var workload = overlay.manifests().workload(program.word());
            assertThat(items(workload.pod().path("topologySpreadConstraints"))).allSatisfy(
                    each -> assertThat(workload.labels())
                            .containsAllEntriesOf(texts(each.path("labelSelector").path("matchLabels"))))
                    .extracting(each -> each.path("topologyKey").asString())
                    .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
        }
    }

    @ParameterizedTest
    @EnumSource
    void runsUnderAccountsThatAreThereAndHaveNoToken(Overlay overlay) {
        var manifests = overlay.manifests();
        assertThat(manifests.workloads()).allSatisfy(workload -> {
            var account = manifests.get("ServiceAccount", workload.pod().path("serviceAccountName").asString());
            assertThat(account.content().path("automountServiceAccountToken").asBoolean(true)).isFalse();
            // Who makes Secrets has to ask for it.
            assertThat(workload.pod().path("automountServiceAccountToken").asBoolean(true))
                    .isEqualTo(workload.name().equals("secrets"));
            assertThat(workload.pod().path("enableServiceLinks").asBoolean(true)).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void takesSettingsAndFilesFromConfigMapsThatAreThere(Overlay overlay) {
        var manifests = overlay.manifests();
        assertThat(manifests.workloads()).allSatisfy(workload -> {
            assertThat(workload.allContainers().flatMap(each -> items(each.path("envFrom"))))
                    .allSatisfy(each -> manifests.get("ConfigMap", each.path("configMapRef").path("name").asString()));
            assertThat(workload.volumes().filter(each -> each.has("configMap"))).allSatisfy(volume -> {
                var map = manifests.get("ConfigMap", volume.path("configMap").path("name").asString());
                assertThat(texts(map.content().path("data")).keySet()).containsAll(keys(volume.path("configMap")));
            });
        });
    }

    @ParameterizedTest
    @EnumSource
    void mountsVolumesThatAreThere(Overlay overlay) {
        assertThat(overlay.manifests().workloads()).allSatisfy(workload -> {
            var volumes = Stream.concat(workload.volumes().map(each -> each.path("name").asString()),
                    items(workload.manifest().spec().path("volumeClaimTemplates"))
                            .map(each -> each.path("metadata").path("name").asString()))
                    .collect(Collectors.toSet());
            var mounted = workload.allContainers().flatMap(each -> items(each.path("volumeMounts")))
                    .map(each -> each.path("name").asString()).collect(Collectors.toSet());
            assertThat(mounted).isEqualTo(volumes);
        });
    }

    @ParameterizedTest
    @EnumSource
    void takesSecretsThatSomebodyMakes(Overlay overlay) {
        var manifests = overlay.manifests();
        var made = Secrets.made(manifests);
        assertThat(manifests.workloads()).allSatisfy(workload -> assertThat(Secrets.wanted(workload))
                .allSatisfy((secret, keys) -> assertThat(made.getOrDefault(secret, Set.of())).as(secret)
                        .containsAll(keys)));
    }

    @ParameterizedTest
    @EnumSource
    void asksPortsOfTheContainerHowItIs(Overlay overlay) {
        assertThat(overlay.manifests().of("Deployment", "StatefulSet").map(Workload::new)).allSatisfy(
                workload -> assertThat(workload.containers()).allSatisfy(container -> {
                    for (var probe : Set.of("startupProbe", "readinessProbe", "livenessProbe")) {
                        assertThat(container.path(probe).isObject()).as(probe).isTrue();
                        for (var way : Set.of("httpGet", "tcpSocket")) {
                            var port = container.path(probe).path(way).path("port");
                            assertThat(port.isMissingNode() || workload.port(port).isPresent())
                                    .as("%s: %s", probe, port)
                                    .isTrue();
                        }
                    }
                }));
    }

    private static List<Workload> selected(Manifests manifests, Map<String, String> selector) {
        return manifests.workloads().stream().filter(each -> each.labels().entrySet().containsAll(selector.entrySet()))
                .toList();
    }

    private static Set<String> keys(JsonNode source) {
        return items(source.path("items")).map(each -> each.path("key").asString()).collect(Collectors.toSet());
    }
}
