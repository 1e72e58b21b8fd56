package dev.parley.kubernetes;

import static dev.parley.kubernetes.Manifest.items;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Keys of Secrets by the Secrets' names: those that pods ask for, and those that somebody makes. */
final class Secrets {

    private static final Path PAGE = Path.of(System.getProperty("parley.root"), "docs", "operating.md");
    private static final Pattern BY_HAND = Pattern.compile("create secret generic (\\S+)((?:[^\\n]*\\\\\\n)*[^\\n]*)");
    private static final Pattern LITERAL = Pattern.compile("--from-literal=([^=\\s]+)=");

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

    /** By our Job, by operators, or by hand as the documentation says. */
    static Map<String, Set<String>> made(Manifests manifests) {
        var made = new HashMap<String, Set<String>>();
        manifests.find("Job", "secrets").map(Workload::new).ifPresentOrElse(job -> job.containers()
                .flatMap(each -> items(each.path("args"))).skip(1).map(each -> each.asString().split(" ", 3))
                .forEach(words -> made.computeIfAbsent(words[0], _ -> new HashSet<>()).add(words[1])),
                () -> made.putAll(madeByHand()));
        manifests.of("Kafka").forEach(each -> made.put(each.name() + "-cluster-ca-cert", Set.of("ca.crt")));
        manifests.of("KafkaUser").forEach(each -> made.put(each.name(), Set.of("password", "sasl.jaas.config")));
        manifests.of("Cluster").forEach(each -> made.put(each.name() + "-app", Set.of("username", "password")));
        return Map.copyOf(made);
    }

    private static Map<String, Set<String>> madeByHand() {
        try {
            var made = new HashMap<String, Set<String>>();
            BY_HAND.matcher(Files.readString(PAGE)).results().forEach(command -> made.put(command.group(1),
                    LITERAL.matcher(command.group(2)).results().map(each -> each.group(1))
                            .collect(Collectors.toSet())));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
