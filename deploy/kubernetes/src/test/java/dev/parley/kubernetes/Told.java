package dev.parley.kubernetes;

import static dev.parley.kubernetes.Manifest.items;
import static dev.parley.kubernetes.Manifest.texts;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What an overlay says to one of our programs, be it the service or the setup before it. */
record Told(Overlay overlay, Workload workload, Program program) {

    private static final String SECRETS = "/run/secrets/parley";

    /** What files of Secrets will hold: long enough for a key. */
    private static final String SECRET = "a-text-of-random-characters-that-nobody-knows";

    static Stream<Told> in(Overlay overlay) {
        return overlay.manifests().workloads().stream().filter(each -> !each.name().equals("secrets"))
                .flatMap(each -> each.program().map(program -> new Told(overlay, each, program)).stream());
    }

    static Told service(Overlay overlay, Program program) {
        return new Told(overlay, overlay.manifests().workload(program.word()), program);
    }

    ConfigurableEnvironment environment() {
        var environment = program.environment(variables());
        environment.getPropertySources().addFirst(new MapPropertySource("secrets",
                files().stream().collect(Collectors.toMap(each -> each, _ -> SECRET))));
        return environment;
    }

    Duration duration(String name) {
        return DurationStyle.detectAndParse(environment().getRequiredProperty(name));
    }

    /** Of the one container; later ones of a list win, and those that stand alone win over lists. */
    Map<String, String> variables() {
        var container = workload.containers().findFirst().orElseThrow();
        var variables = new HashMap<String, String>();
        items(container.path("envFrom"))
                .map(each -> overlay.manifests().get("ConfigMap", each.path("configMapRef").path("name").asString()))
                .forEach(map -> variables.putAll(texts(map.content().path("data"))));
        items(container.path("env"))
                .forEach(each -> variables.put(each.path("name").asString(), each.path("value").asString()));
        return Map.copyOf(variables);
    }

    /** Named like properties. */
    Set<String> files() {
        var mounted = workload.containers().flatMap(each -> items(each.path("volumeMounts")))
                .filter(each -> each.path("mountPath").asString().equals(SECRETS)).map(each -> each.path("name"))
                .collect(Collectors.toSet());
        return workload.volumes().filter(each -> mounted.contains(each.path("name")))
                .flatMap(each -> items(each.path("projected").path("sources")))
                .flatMap(each -> items(each.path("secret").path("items"))).map(each -> each.path("path").asString())
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return overlay + ": " + workload;
    }
}
