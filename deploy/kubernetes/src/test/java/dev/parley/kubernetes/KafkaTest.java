package dev.parley.kubernetes;

import static dev.parley.kubernetes.Manifest.items;
import static dev.parley.kubernetes.Manifest.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.TopicPlan;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What Strimzi is asked for. */
class KafkaTest {

    private final Manifests manifests = Overlay.PRODUCTION.manifests();

    @Test
    void makesTheTopicsThatSetupWouldMake() {
        var partitions = Told.service(Overlay.PRODUCTION, Program.PERSISTENCE).environment()
                .getRequiredProperty("parley.partitions", Integer.class);
        var planned = TopicPlan.ALL.stream().collect(Collectors.toMap(TopicPlan::name, plan -> {
            var settings = new HashMap<>(plan.settings());
            settings.put("min.insync.replicas", "2");
            return Map.copyOf(settings);
        }));
        assertThat(manifests.of("KafkaTopic").collect(Collectors.toMap(Manifest::name,
                each -> texts(each.spec().path("config"))))).isEqualTo(planned);
        assertThat(manifests.of("KafkaTopic").map(Manifest::spec)).allSatisfy(spec -> {
            assertThat(spec.path("partitions").asInt()).isEqualTo(partitions);
            assertThat(spec.path("replicas").asInt()).isEqualTo(3);
        });
    }

    @Test
    void knowsAUserForEachService() {
        assertThat(manifests.of("KafkaUser").map(Manifest::name)).containsExactlyInAnyOrder("gateway", "persistence",
                "search");
    }

    @Test
    void grantsRightsToTopicsAndGroupsThatAreThere() {
        var topics = manifests.of("KafkaTopic").map(Manifest::name).collect(Collectors.toSet());
        var groups = Set.of("parley.writer.group", "parley.notifications.group", "parley.webhook.group",
                "parley.search.indexing.group");
        var environments = manifests.of("KafkaUser").flatMap(each -> Program.of("parley/" + each.name() + ":1"))
                .map(each -> Told.service(Overlay.PRODUCTION, each).environment()).toList();
        var names = environments.stream().flatMap(each -> groups.stream().filter(each::containsProperty)
                .map(each::getRequiredProperty)).collect(Collectors.toSet());
        names.addAll(topics);
        assertThat(manifests.of("KafkaUser").flatMap(each -> items(each.spec().path("authorization").path("acls")))
                .map(each -> each.path("resource").path("name").asString()).distinct())
                .allMatch(names::contains).contains("parley-writer", "parley-search");
    }

    /** Everything of one cluster names it, or its operator takes no notice. */
    @Test
    void belongsToTheOneCluster() {
        assertThat(manifests.of("KafkaNodePool", "KafkaTopic", "KafkaUser")
                .map(each -> each.content().path("metadata").path("labels").path("strimzi.io/cluster").asString()))
                .containsOnly(manifests.of("Kafka").findFirst().orElseThrow().name());
    }
}
