package dev.parley.kubernetes;

import static dev.parley.kubernetes.Manifest.items;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Keys of Secrets by the Secrets' names: those that pods ask for, and those that somebody makes. */
final class Secrets {

    private Secrets() {}

    static Map<String, Set<String>> wanted(Workload workload) {
        var wanted = new HashMap<String, Set<String>>();
        sources(workload).forEach(source -> wanted
                .computeIfAbsent(source.path("name").asString(source.path("secretName").asString("")),
                        _ -> new HashSet<>())
                .addAll(items(source.path("items")).map(each -> each.path("key").asString())
                        .collect(Collectors.toSet())));
        return Map.copyOf(wanted);
    }

    /** Where a volume has them: its files. */
    static Stream<JsonNode> sources(Workload workload) {
        return workload.volumes().flatMap(volume -> Stream.concat(
                items(volume.path("projected").path("sources")).map(each -> each.path("secret")),
                Stream.of(volume.path("secret")))).filter(JsonNode::isObject);
    }

    static Map<String, Set<String>> made(Manifests manifests) {
        var made = new HashMap<String, Set<String>>();
        manifests.find("Job", "secrets").map(Workload::new).ifPresent(job -> job.containers()
                .flatMap(each -> items(each.path("args"))).skip(1).map(each -> each.asString().split(" ", 3))
                .forEach(words -> made.computeIfAbsent(words[0], _ -> new HashSet<>()).add(words[1])));
        return Map.copyOf(made);
    }
}
