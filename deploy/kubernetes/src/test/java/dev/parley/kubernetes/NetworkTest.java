package dev.parley.kubernetes;

import static dev.parley.kubernetes.Manifest.items;
import static dev.parley.kubernetes.Manifest.texts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkTest {

    @ParameterizedTest
    @EnumSource
    void letsNobodyTalkUnlessItIsSaid(Overlay overlay) {
        var nobody = overlay.manifests().get("NetworkPolicy", "nobody").spec();
        assertThat(nobody.path("podSelector").isEmpty()).isTrue();
        assertThat(items(nobody.path("policyTypes")).map(each -> each.asString())).containsExactly("Ingress", "Egress");
        assertThat(nobody.has("ingress") || nobody.has("egress")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void speaksOfPodsThatAreThere(Overlay overlay) {
        var manifests = overlay.manifests();
        assertThat(Network.of(manifests).policies()).allSatisfy(policy -> {
            var selector = policy.spec().path("podSelector");
            var labels = texts(selector.path("matchLabels"));
            assertThat(manifests.workloads().stream().anyMatch(pod -> Network.selects(selector, pod.labels()))
                    || manifests.find("Kafka", labels.getOrDefault("strimzi.io/cluster", "")).isPresent()
                    || manifests.find("Cluster", labels.getOrDefault("cnpg.io/cluster", "")).isPresent()).isTrue();
        });
    }

    /** Kafka and PostgreSQL are made by operators, so their pods are not in this picture. */
    @Test
    void allowsTheseArrowsInProductionAndNoOthers() {
        assertThat(Network.of(Overlay.PRODUCTION.manifests()).arrows()).containsExactlyInAnyOrder(
                "gateway -> persistence:8091", "gateway -> valkey:6379", "persistence -> valkey:6379",
                "search -> opensearch:9200", "opensearch -> opensearch:9300");
    }

    @Test
    void allowsTheseArrowsOnALaptopAndNoOthers() {
        assertThat(Network.of(Overlay.LAPTOP.manifests()).arrows()).containsExactlyInAnyOrder(
                "edge -> gateway:8081", "edge -> gateway:18081",
                "edge -> persistence:8091", "edge -> persistence:18091",
                "edge -> search:8092", "edge -> search:18092",
                "gateway -> persistence:8091",
                "gateway -> kafka:9092", "persistence -> kafka:9092", "search -> kafka:9092",
                "setup-topics -> kafka:9092", "kafka -> kafka:9092",
                "gateway -> redis:6379", "persistence -> redis:6379",
                "persistence -> postgres:5432", "search -> postgres:5432",
                "setup-persistence -> postgres:5432", "setup-search -> postgres:5432",
                // To the API server, wherever it is; and the edge lets in anybody.
                "secrets -> edge:8080");
    }
}
