package dev.parley.kubernetes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All of an overlay. */
record Manifests(List<Manifest> all) {

    Manifests {
        all = List.copyOf(all);
    }

    Stream<Manifest> of(String... kinds) {
        return all.stream().filter(each -> List.of(kinds).contains(each.kind()));
    }

    Optional<Manifest> find(String kind, String name) {
        return of(kind).filter(each -> each.name().equals(name)).findFirst();
    }

    Manifest get(String kind, String name) {
        return find(kind, name).orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    /** All that makes pods of ours; operators make others. */
    List<Workload> workloads() {
        return of("Deployment", "StatefulSet", "Job").map(Workload::new).toList();
    }

    Workload workload(String name) {
        return workloads().stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError("no workload " + name));
    }
}
