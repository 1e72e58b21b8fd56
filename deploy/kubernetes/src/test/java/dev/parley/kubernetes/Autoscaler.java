package dev.parley.kubernetes;

import static dev.parley.kubernetes.Manifest.items;

import java.time.Duration;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * How many instances there will be, by the arithmetic of the HorizontalPodAutoscaler: KEDA makes one of each ScaledObject.
 *
 * @param behavior how fast it goes
 */
record Autoscaler(int least, int most, JsonNode metrics, JsonNode behavior) {

    /** What differs by less changes nothing. */
    private static final double TOLERANCE = 0.1;

    static Autoscaler of(Manifest manifest) {
        var spec = manifest.spec();
        return manifest.kind().equals("ScaledObject")
                ? new Autoscaler(spec.path("minReplicaCount").asInt(), spec.path("maxReplicaCount").asInt(),
                        spec.path("triggers"),
                        spec.path("advanced").path("horizontalPodAutoscalerConfig").path("behavior"))
                : new Autoscaler(spec.path("minReplicas").asInt(), spec.path("maxReplicas").asInt(),
                        spec.path("metrics"),
                        spec.path("behavior"));
    }

    /** @param value of all together, such as the lag that a trigger asks for */
    int byTrigger(int present, double value) {
        var trigger = metrics.path(0);
        if (!trigger.path("metricType").asString().equals("AverageValue")) {
            throw new AssertionError(trigger + " (expected: metricType AverageValue)");
        }
        var target = Double.parseDouble(trigger.path("metadata").path("threshold").asString());
        return bounded(desired(present, value / target));
    }

    /** @param sockets of all together */
    int bySocketsAndProcessor(int present, double sockets, double utilization) {
        var bySockets = desired(present, sockets / Quantities.of(target("Pods", "pods", "averageValue").asString()));
        var byProcessor = desired(present, present * utilization / target("Resource", "resource", "averageUtilization")
                .asDouble());
        return bounded(Math.max(bySockets, byProcessor));
    }

    private JsonNode target(String type, String part, String kind) {
        return Objects
                .requireNonNull(items(metrics).filter(each -> each.path("type").asString().equals(type)).findFirst()
                        .orElseThrow().path(part).path("target").path(kind));
    }

    private static int desired(int present, double exact) {
        return Math.abs(exact / present - 1) <= TOLERANCE ? present : (int) Math.ceil(exact);
    }

    private int bounded(int desired) {
        return Math.clamp(desired, least, most);
    }

    Duration calmBeforeScaleDown() {
        return Duration.ofSeconds(behavior.path("scaleDown").path("stabilizationWindowSeconds").asInt());
    }

    /** How long it takes at least from the most to the least. */
    Duration allTheWayDown() {
        var policies = behavior.path("scaleDown").path("policies");
        var policy = policies.path(0);
        if (policies.size() != 1 || !policy.path("type").asString().equals("Pods")) {
            throw new AssertionError(policies + " (expected: one policy of pods)");
        }
        var steps = (most - least + policy.path("value").asInt() - 1) / policy.path("value").asInt();
        return calmBeforeScaleDown().plusSeconds((long) (steps - 1) * policy.path("periodSeconds").asInt());
    }
}
