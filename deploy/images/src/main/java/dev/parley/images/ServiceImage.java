package dev.parley.images;

import dev.parley.local.Service;
import java.util.List;
import java.util.Map;

/** What is said about the image of a service, beside its files. The Dockerfile says the same. */
record ServiceImage(Service service, String version) {

    static final String JAVA = "/opt/java/bin/java";
    static final String USER = "65532:65532";
    private static final int MANAGEMENT = 10_000;

    /** The address that clients know. */
    int port() {
        return switch (service) {
            case GATEWAY -> 8081;
            case PERSISTENCE -> 8091;
            case SEARCH -> 8092;
        };
    }

    int managementPort() {
        return port() + MANAGEMENT;
    }

    String name() {
        return "localhost/parley/" + service.word() + ":" + version;
    }

    /** No shell is in between, so that signals reach the service. */
    List<String> entryPoint() {
        return List.of(JAVA, "@/app/java.options", "-XX:AOTCache=/app/start.aot", "-jar", "/app/service.jar");
    }

    HealthCheck healthCheck() {
        return HealthCheck.of(List.of(JAVA, "@/app/probe.options"));
    }

    /** A container's own network takes the place of the loopback. */
    Map<String, String> environment() {
        return Map.of("LANG", "C.UTF-8", "SERVER_ADDRESS", "0.0.0.0", "MANAGEMENT_SERVER_ADDRESS", "0.0.0.0");
    }

    Map<String, String> labels() {
        return Map.of("org.opencontainers.image.title", "parley-" + service.word(),
                "org.opencontainers.image.description",
                "The " + service.word() + " service of Parley, a chat backend built around a log",
                "org.opencontainers.image.version", version,
                "org.opencontainers.image.vendor", "Parley");
    }

    /** Of a container's memory, half is for the heap: threads, code, buffers and the cache of classes need the rest. */
    static List<String> javaOptions() {
        return List.of("-XX:MaxRAMPercentage=50", "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    }

    /** The probe is a process of a tenth of a second: nothing that takes time to start is worth it. */
    List<String> probeOptions() {
        return List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx16m", "-Xshare:auto", "-cp",
                "/app/tools.jar", "dev.parley.images.inside.ReadinessProbe", Integer.toString(managementPort()));
    }
}
