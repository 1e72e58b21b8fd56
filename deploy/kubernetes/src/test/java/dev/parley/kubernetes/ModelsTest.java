package dev.parley.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each object is one that its API knows, with no field too many, and none missing. */
class ModelsTest {

    @ParameterizedTest
    @EnumSource
    void knowsEveryFieldOfAnOverlay(Overlay overlay) {
        assertThat(overlay.manifests().all()).isNotEmpty().allSatisfy(Models::check);
    }

    @ParameterizedTest
    @EnumSource
    void sendsNothingTwice(Overlay overlay) {
        assertThat(overlay.manifests().all().stream().map(Manifest::toString)).doesNotHaveDuplicates();
    }

    /** On any machine, also where nothing can be rendered. */
    @Test
    void knowsEveryFieldOfTheFiles() throws IOException {
        var files = new ArrayList<Path>();
        try (var all = Files.walk(Overlay.ROOT)) {
            all.filter(file -> file.toString().endsWith(".yaml")).filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> !file.endsWith("kustomization.yaml") && !file.toString().contains("/patches/"))
                    .forEach(files::add);
        }
        assertThat(files).isNotEmpty();
        for (var file : files) {
            assertThat(Manifest.in(Files.readString(file))).as(file.toString()).allSatisfy(Models::check);
        }
    }

    @Test
    void refusesWhatAnApiDoesNotKnow() {
        for (var wrong : List.of(
                "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{prot: 1}]}}",
                "{apiVersion: apps/v1, kind: Service, metadata: {name: a}}",
                "{apiVersion: v1, kind: Servant, metadata: {name: a}}",
                "{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, metadata: {name: a}, spec: {partition: 1}}",
                "{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: a}, spec: {rule: []}}",
                "{apiVersion: keda.sh/v1alpha1, kind: ScaledObject, metadata: {name: a}, spec: {triggers: []}}",
                "{apiVersion: postgresql.cnpg.io/v1, kind: Cluster, metadata: {name: a}, spec: {instance: 3}}",
                "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: a, lables: {}}}")) {
            assertThatThrownBy(() -> Manifest.in(wrong).forEach(Models::check)).as(wrong)
                    .isInstanceOf(AssertionError.class);
        }
    }
}
