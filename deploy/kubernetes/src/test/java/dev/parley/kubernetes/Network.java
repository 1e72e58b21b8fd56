package dev.parley.kubernetes;

import static dev.parley.kubernetes.Manifest.items;
import static dev.parley.kubernetes.Manifest.texts;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Who may talk to whom inside the namespace, by the rules of NetworkPolicies: both sides have to allow it. */
record Network(List<Manifest> policies, List<Workload> pods) {

    static Network of(Manifests manifests) {
        return new Network(manifests.of("NetworkPolicy").toList(), manifests.workloads());
    }

    /** Each arrow as {@code from -> to:port}, between workloads and to ports that they open. */
    TreeSet<String> arrows() {
        return pods.stream().flatMap(from -> pods.stream().flatMap(to -> to.ports()
                .map(port -> port.path("containerPort").asInt())
                .filter(port -> allows(from, to, "Egress", port) && allows(to, from, "Ingress", port))
                .map(port -> from.name() + " -> " + to.name() + ":" + port)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every pod is under a policy of its direction, since one is of all pods. */
    private boolean allows(Workload pod, Workload peer, String direction, int port) {
        var rules = direction.equals("Egress") ? "egress" : "ingress";
        var peers = direction.equals("Egress") ? "to" : "from";
        return policies.stream().filter(policy -> items(policy.spec().path("policyTypes"))
                .anyMatch(each -> each.asString().equals(direction)))
                .filter(policy -> selects(policy.spec().path("podSelector"), pod.labels()))
                .flatMap(policy -> items(policy.spec().path(rules)))
                .anyMatch(rule -> opens(rule.path("ports"), port) && names(rule.path(peers), peer));
    }

    private static boolean names(JsonNode peers, Workload peer) {
        return peers.isMissingNode() || items(peers).anyMatch(
                each -> !each.has("namespaceSelector") && selects(each.path("podSelector"), peer.labels()));
    }

    private static boolean opens(JsonNode ports, int port) {
        return items(ports).anyMatch(each -> each.path("port").asInt() <= port
                && port <= each.path("endPort").asInt(each.path("port").asInt()));
    }

    static boolean selects(JsonNode selector, Map<String, String> labels) {
        return labels.entrySet().containsAll(texts(selector.path("matchLabels")).entrySet())
                && items(selector.path("matchExpressions"))
                        .allMatch(each -> each.path("operator").asString().equals("In")
                                && items(each.path("values"))
                                        .anyMatch(value -> value.asString()
                                                .equals(labels.get(each.path("key").asString()))));
    }
}
