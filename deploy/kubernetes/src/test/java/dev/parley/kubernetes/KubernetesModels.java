package dev.parley.kubernetes;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Kubernetes' own kinds, by what its client was generated from. */
final class KubernetesModels implements Models.Model {

    private static final Map<String, String> TYPES = Map.ofEntries(
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

    @Override
    public boolean knows(String type) {
        return TYPES.containsKey(type);
    }

    @Override
    public Optional<String> flaw(String type, Manifest manifest) {
        return flawOf(Objects.requireNonNull(TYPES.get(type)), manifest.content());
    }

    /** @param model as the client calls it; a part of a kind has one as well */
    static Optional<String> flawOf(String model, JsonNode content) {
        try {
            Class.forName("io.kubernetes.client.openapi.models." + model)
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, JsonParser.parseString(content.toString()));
            return Optional.empty();
        } catch (InvocationTargetException e) {
            return Optional.of(String.valueOf(e.getCause()));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(model + ": not a model", e);
        }
    }
}
