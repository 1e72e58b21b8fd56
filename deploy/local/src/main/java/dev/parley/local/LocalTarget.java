package dev.parley.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.parley.local.targets.Doors;
import dev.parley.local.targets.Log;
import dev.parley.local.targets.Redis;
import dev.parley.local.targets.Store;
import dev.parley.local.targets.Target;
import dev.parley.local.targets.TargetFile;
import dev.parley.local.targets.TokenSource;

/** The system that a command line means: that of its {@code --target}, or else the stack in the data folder. */
final class LocalTarget {

    static final String OPTION = "--target";

    /** The claims that the services were told to ask for. */
    private static final Map<String, String> CLAIMS = Map.of("parley.jwt.audience", "aud", "parley.jwt.issuer", "iss");

    private LocalTarget() {}

    static Target of(CommandLine line, Home home) throws IOException, InterruptedException {
        var file = line.last(OPTION);
        return file.isPresent() ? TargetFile.read(Path.of(file.get())) : of(home);
    }

    private static Target of(Home home) throws IOException, InterruptedException {
        var settings = StackSettings.load(home.run());
        var at = settings.addresses();
        home.make();
        Secret.readOrMake(home.jwtSecret());
        var doors = new Doors(List.of(at.socket(1), at.socket(2)), at.rest(), at.searchRest());
        return new Target("the stack in " + home.folder(), Optional.of(doors),
                Optional.of(new TokenSource(home.jwtSecret(), claims(settings))), management(at),
                Optional.of(new Log(at.kafkaServers(), Map.of())), store(home, at),
                Optional.of(new Redis(URI.create("redis://127.0.0.1:" + at.redis()), Optional.empty(),
                        Optional.empty())));
    }

    static Map<String, String> claims(StackSettings settings) {
        var claims = new TreeMap<String, String>();
        CLAIMS.forEach((property, claim) -> {
            var value = settings.properties().get(property);
            if (value != null) {
                claims.put(claim, value);
            }
        });
        return claims;
    }

    private static Map<String, URI> management(Addresses at) {
        return Map.of("gateway-1", management(at.gateway(1)), "gateway-2", management(at.gateway(2)), "persistence",
                management(at.persistence()), "search", management(at.search()));
    }

    private static URI management(int port) {
        return URI.create("http://127.0.0.1:" + Addresses.management(port));
    }

    /** Only a start may make the password. */
    private static Optional<Store> store(Home home, Addresses at) throws IOException, InterruptedException {
        if (!Files.exists(home.databasePassword())) {
            return Optional.empty();
        }
        var database = Blueprint.server(home, at).database(Blueprint.DATABASE);
        return Optional.of(new Store(database.jdbcUrl(), database.username(), database.password()));
    }
}
