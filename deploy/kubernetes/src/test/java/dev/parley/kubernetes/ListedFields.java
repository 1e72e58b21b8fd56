package dev.parley.kubernetes;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kinds of which there are no types to be had: the fields that the manifests use, as they are documented. What stands in
 * none of these lists is refused, but a list can be wrong; only an API server with the operators' definitions can tell.
 */
final class ListedFields implements Models.Model {

    private final Map<String, Schema> schemas = Map.of(
            "keda.sh/v1alpha1 ScaledObject", schema("ScaledObject.json"),
            "postgresql.cnpg.io/v1 Cluster", schema("Cluster.json"));

    private static Schema schema(String file) {
        try (var in = ListedFields.class.getResourceAsStream(file)) {
            var content = JsonMapper.shared().readTree(Objects.requireNonNull(in, file));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(content);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    @Override
    public boolean knows(String type) {
        return schemas.containsKey(type);
    }

    @Override
    public Optional<String> flaw(String type, Manifest manifest) {
        var found = Objects.requireNonNull(schemas.get(type)).validate(manifest.content()).stream()
                .map(each -> each.getInstanceLocation() + ": " + each.getMessage());
        // Parts that Kubernetes itself has types for.
        var behavior = Manifest.every(manifest.content(), "behavior")
                .flatMap(each -> KubernetesModels.flawOf("V2HorizontalPodAutoscalerBehavior", each).stream());
        var resources = Manifest.every(manifest.content(), "resources")
                .flatMap(each -> KubernetesModels.flawOf("V1ResourceRequirements", each).stream());
        return Optional
                .of(Stream.of(found, behavior, resources).flatMap(each -> each).collect(Collectors.joining("; ")))
                .filter(each -> !each.isEmpty());
    }
}
