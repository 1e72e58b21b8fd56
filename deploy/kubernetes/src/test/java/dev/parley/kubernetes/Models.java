package dev.parley.kubernetes;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Optional;

/** What the API of each kind says of its objects. */
final class Models {

    /** By apiVersion and kind, as clients of Kubernetes call the type. */
    private static final Map<String, String> OF_KUBERNETES = Map.ofEntries(
            Map.entry("v1 ConfigMap", "V1ConfigMap"),
            Map.entry("v1 Namespace", "V1Namespace"),
            Map.entry("v1 Service", "V1Service"),
            Map.entry("v1 ServiceAccount", "V1ServiceAccount"),
            Map.entry("apps/v1 Deployment", "V1Deployment"),
            Map.entry("apps/v1 StatefulSet", "V1StatefulSet"),
            Map.entry("autoscaling/v2 HorizontalPodAutoscaler", "V2HorizontalPodAutoscaler"),
            Map.entry("batch/v1 Job", "V1Job"),
            Map.entry("networking.k8s.io/v1 Ingress", "V1Ingress"),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", "V1NetworkPolicy"),
            Map.entry("policy/v1 PodDisruptionBudget", "V1PodDisruptionBudget"),
            Map.entry("rbac.authorization.k8s.io/v1 Role", "V1Role"),
            Map.entry("rbac.authorization.k8s.io/v1 RoleBinding", "V1RoleBinding"));

    private Models() {}

    static void check(Manifest manifest) {
        var type = manifest.apiVersion() + " " + manifest.kind();
        var model = OF_KUBERNETES.get(type);
        if (model == null) {
            throw new AssertionError(manifest + ": " + type + " (expected: a kind that is checked)");
        }
        flaw(model, JsonParser.parseString(manifest.content().toString())).ifPresent(flaw -> {
            throw new AssertionError(manifest + ": " + flaw);
        });
    }

    private static Optional<String> flaw(String model, JsonElement content) {
        try {
            Class.forName("io.kubernetes.client.openapi.models." + model)
                    .getMethod("validateJsonElement", JsonElement.class).invoke(null, content);
            return Optional.empty();
        } catch (InvocationTargetException e) {
            return Optional.of(String.valueOf(e.getCause()));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(model + ": not a model", e);
        }
    }
}
