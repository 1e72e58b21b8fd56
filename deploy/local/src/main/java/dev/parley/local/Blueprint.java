package dev.parley.local;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.parley.engines.Database;
import dev.parley.engines.Engine;
import dev.parley.engines.KafkaNode;
import dev.parley.engines.OpenSearchNode;
import dev.parley.engines.PostgresServer;
import dev.parley.engines.RedisServer;
import dev.parley.engines.Topics;
import dev.parley.engines.process.Launch;

/**
 * The parts of a stack in the order of their start: engines, all at once; then the topics and the database; then the
 * services, all at once.
 */
record Blueprint(Home home, StackSettings settings, List<Part> engines, List<Part> services) {

    private static final List<String> KAFKA_JVM = List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=0.2",
            "-XX:+UseCompactObjectHeaders", "-Xshare:auto", "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0");
    private static final List<String> OPENSEARCH_JVM = List.of("-Xms256m", "-Xmx512m", "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", "-XX:+UseCompactObjectHeaders", "-Xshare:auto");
    static final String DATABASE = "parley";
    static final String SEARCH_DATABASE = "parley_search";

    static Blueprint of(Home home, StackSettings settings, Service.Programs programs) {
        var at = settings.addresses();
        var services = new ServicePlan(home, settings, programs);
        return new Blueprint(home, settings, engines(home, settings),
                List.of(services.part("persistence", Service.PERSISTENCE, at.persistence()),
                        services.part("search", Service.SEARCH, at.search()),
                        services.part("gateway-1", Service.GATEWAY, at.gateway(1)),
                        services.part("gateway-2", Service.GATEWAY, at.gateway(2))));
    }

    /** OpenSearch is there only where it is what searches: it is the largest of them. */
    private static List<Part> engines(Home home, StackSettings settings) {
        var at = settings.addresses();
        var engines = new ArrayList<>(List.of(kafka(home, at), postgres(home, at), redis(home, at)));
        if (settings.searchesOpenSearch()) {
            engines.add(openSearch(home, at));
        }
        return List.copyOf(engines);
    }

    private static Part openSearch(Home home, Addresses at) {
        var node = new OpenSearchNode(home.data().resolve("opensearch"), at.openSearch(), at.openSearchTransport(),
                OPENSEARCH_JVM);
        return new Part("opensearch", List.of(at.openSearch(), at.openSearchTransport()), node::prepare,
                () -> logged(node, home), node);
    }

    private static Part kafka(Home home, Addresses at) {
        var node = KafkaNode.single(home.data().resolve("kafka"), at.kafka(), at.kafkaController(), KAFKA_JVM);
        return new Part("kafka", List.of(at.kafka(), at.kafkaController()), node::prepare, () -> logged(node, home),
                node);
    }

    private static Part redis(Home home, Addresses at) {
        var server = new RedisServer(home.data().resolve("redis"), at.redis());
        return new Part("redis", List.of(at.redis()), server::prepare, () -> logged(server, home), server);
    }

    /** Its password is looked up when it is needed: only a start may make one. */
    private static Part postgres(Home home, Addresses at) {
        return new Part("postgres", List.of(at.postgres()), () -> server(home, at).prepare(),
                () -> logged(server(home, at), home), () -> PostgresServer.verify(at.postgres(), DATABASE));
    }

    static PostgresServer server(Home home, Addresses at) throws IOException, InterruptedException {
        var password = Secret.readOrMake(home.databasePassword()).value();
        return new PostgresServer(home.data().resolve("postgres"), at.postgres(), DATABASE, password);
    }

    /** With a user of its own, who gets into no other. */
    static Database searchDatabase(Home home, Addresses at) throws IOException, InterruptedException {
        var url = server(home, at).database(SEARCH_DATABASE).jdbcUrl();
        return new Database(url, SEARCH_DATABASE, Secret.readOrMake(home.searchPassword()).value());
    }

    private static Launch logged(Engine engine, Home home) {
        var launch = engine.launch();
        return launch.loggingTo(home.log(launch.name()));
    }

    /** One of each service that can keep its start. */
    List<Rehearsal> rehearsals(Service.Programs programs) throws IOException {
        var rehearsals = new ArrayList<Rehearsal>();
        for (var service : Service.values()) {
            var part = services.stream().filter(each -> each.name().startsWith(service.word())).findFirst();
            var cache = programs.cache(service);
            if (part.isPresent() && cache.isPresent()) {
                rehearsals.add(new Rehearsal(part.get(), cache.get(), home.log("rehearsal-" + service.word())));
            }
        }
        return rehearsals;
    }

    Stream<Part> parts() {
        return Stream.concat(engines.stream(), services.stream());
    }

    Part part(String name) throws CommandFailedException {
        return parts().filter(part -> part.name().equals(name)).findFirst()
                .orElseThrow(() -> new CommandFailedException(name + ": no such part (expected: one of "
                        + String.join(", ", parts().map(Part::name).toList()) + ")"));
    }

    /** What the services find in the engines; they never create it themselves. */
    void furnish() throws IOException, InterruptedException {
        var at = settings.addresses();
        Topics.create(at.kafkaServers(), LocalTopics.ALL);
        try {
            var server = server(home, at).database("postgres");
            server.create(DATABASE);
            var search = searchDatabase(home, at);
            server.create(SEARCH_DATABASE, search.username(), search.password());
        } catch (SQLException e) {
            throw new IOException("databases of the services: not created: " + e.getMessage(), e);
        }
    }
}
