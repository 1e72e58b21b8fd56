package dev.parley.kubernetes;

import java.util.List;
import java.util.Optional;

/** What the API of each kind says of its objects. */
final class Models {

    private static final List<Model> ALL = List.of(new KubernetesModels(), new JavaModels(), new ListedFields());

    private Models() {}

    static void check(Manifest manifest) {
        var type = manifest.apiVersion() + " " + manifest.kind();
        var model = ALL.stream().filter(each -> each.knows(type)).findFirst().orElseThrow(
                () -> new AssertionError(manifest + ": " + type + " (expected: a kind that is checked)"));
        model.flaw(type, manifest).ifPresent(flaw -> {
            throw new AssertionError(manifest + ": " + flaw);
        });
    }

    /** Knows some kinds, each by its apiVersion and kind. */
    interface Model {

        boolean knows(String type);

        Optional<String> flaw(String type, Manifest manifest);
    }
}
