package dev.parley.engines.testing;

import java.io.IOException;

/** Where the engines of tests come from. */
sealed interface EngineSource permits ProcessSource, ContainerSource {

    String PROPERTY = "parley.engines";

    Started<Kafka> kafka() throws IOException, InterruptedException;

    Started<Postgres> postgres() throws IOException, InterruptedException;

    Started<Redis> redis() throws IOException, InterruptedException;

    Started<OpenSearch> openSearch() throws IOException, InterruptedException;

    /** As the property says: {@code processes}, {@code containers}, or {@code auto}, whatever is there. */
    static EngineSource chosen() {
        var choice = System.getProperty(PROPERTY, "auto");
        return switch (choice) {
            case "processes" -> new ProcessSource();
            case "containers" -> new ContainerSource();
            case "auto" -> Docker.answers() ? new ContainerSource() : new ProcessSource();
            default -> throw new IllegalArgumentException(
                    PROPERTY + ": " + choice + " (expected: processes, containers or auto)");
        };
    }
}
