package dev.parley.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.parley.engines.process.Launch;
import dev.parley.engines.process.Signal;

/** How services are started: their settings on the command line, their secrets in the environment. */
record ServicePlan(Home home, StackSettings settings, Service.Programs programs) {

    Part part(String name, Service service, int port) {
        var ports = List.of(port, Addresses.management(port));
        return new Part(name, ports, () -> programs.prepare(service), () -> launch(name, service, port),
                new HttpHealth(Addresses.management(port)));
    }

    private Launch launch(String name, Service service, int port) throws IOException, InterruptedException {
        var command = new ArrayList<>(programs.command(service));
        properties(service, port).forEach((key, value) -> command.add("--" + key + "=" + value));
        return new Launch(name, command, secrets(service), home.folder(), home.log(name), Signal.TERM);
    }

    /** A map, since Spring joins a property that is given twice to a list. */
    private Map<String, String> properties(Service service, int port) throws IOException, InterruptedException {
        var at = settings.addresses();
        var properties = new TreeMap<String, String>();
        properties.put("server.port", Integer.toString(port));
        properties.put("server.address", "127.0.0.1");
        properties.put("management.server.port", Integer.toString(Addresses.management(port)));
        properties.put("management.server.address", "127.0.0.1");
        properties.put("spring.kafka.bootstrap-servers", at.kafkaServers());
        properties.put("spring.data.redis.url", "redis://127.0.0.1:" + at.redis());
        properties.put("parley.partitions", Integer.toString(LocalTopics.PARTITIONS));
        // People read these.
        properties.put("logging.structured.format.console", "");
        if (!settings.limits()) {
            properties.put("parley.limits.enabled", "false");
        }
        switch (service) {
            case GATEWAY -> properties.put("parley.upstream.persistence-url", at.rest().toString());
            case PERSISTENCE -> {
                var database = Blueprint.server(home, at).database(Blueprint.DATABASE);
                properties.put("spring.datasource.url", database.jdbcUrl());
                properties.put("spring.datasource.username", database.username());
            }
            case SEARCH -> {
                if (settings.searchesOpenSearch()) {
                    properties.put("parley.search.opensearch.urls", "http://127.0.0.1:" + at.openSearch());
                    // A batch costs the node the same however little is in it.
                    properties.put("parley.search.indexing.gather", "300ms");
                }
                var database = Blueprint.searchDatabase(home, at);
                properties.put("spring.datasource.url", database.jdbcUrl());
                properties.put("spring.datasource.username", database.username());
            }
        }
        properties.putAll(settings.properties());
        // A service refuses what is another one's.
        var known = programs.settings(service);
        properties.keySet().removeIf(key -> !known.take(key));
        return properties;
    }

    private Map<String, String> secrets(Service service) throws IOException, InterruptedException {
        var secrets = new TreeMap<String, String>();
        secrets.put("PARLEY_JWT_SECRET", Secret.readOrMake(home.jwtSecret()).value());
        switch (service) {
            case PERSISTENCE ->
                secrets.put("SPRING_DATASOURCE_PASSWORD", Secret.readOrMake(home.databasePassword()).value());
            case SEARCH -> secrets.put("SPRING_DATASOURCE_PASSWORD", Secret.readOrMake(home.searchPassword()).value());
            case GATEWAY -> {
                // It has no database.
            }
        }
        return secrets;
    }
}
