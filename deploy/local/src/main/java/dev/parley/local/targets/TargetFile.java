package dev.parley.local.targets;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads a {@link Target} from a file of properties. */
public final class TargetFile {

    /** Every line that may be in a file; {@code management.*} besides. */
    static final Set<String> KEYS = Set.of("gateways", "rest", "search", "tokens.secret-file", "tokens.issuer",
            "tokens.audience", "kafka.bootstrap-servers", "kafka.client-file", "database.url", "database.user",
            "database.password-file", "database.password-env", "redis.url", "redis.user", "redis.password-file",
            "redis.password-env");

    private static final String MANAGEMENT = "management.";
    private static final String PARTS = "gateway-\\d+|persistence(-\\d+)?|search(-\\d+)?";
    private static final Set<String> SECRETS = Set.of("database.password", "redis.password", "tokens.secret");
    private static final Set<String> HTTP = Set.of("http", "https");
    private static final Set<String> SOCKET = Set.of("ws", "wss");

    private final Lines lines;

    private TargetFile(Lines lines) {
        this.lines = lines;
    }

    public static Target read(Path file) throws TargetException {
        return read(file, System.getenv());
    }

    static Target read(Path file, Map<String, String> environment) throws TargetException {
        return new TargetFile(Lines.of(file, environment)).target();
    }

    private Target target() throws TargetException {
        refuseUnknownKeys();
        return new Target(lines.file().toString(), doors(), tokens(), management(), log(), store(), redis());
    }

    private void refuseUnknownKeys() throws TargetException {
        for (var key : lines.keys()) {
            if (SECRETS.contains(key)) {
                throw lines.wrong(key, "a secret in the file itself",
                        key.equals("tokens.secret") ? key + "-file" : key + "-file or " + key + "-env");
            }
            if (!KEYS.contains(key) && !key.startsWith(MANAGEMENT)) {
                throw lines.wrong(key, "unknown", "one of " + String.join(", ", KEYS.stream().sorted().toList())
                        + ", management.PART");
            }
        }
    }

    private Optional<Doors> doors() throws TargetException {
        return lines.hasAny("gateways", "rest", "search")
                ? Optional.of(new Doors(lines.urls("gateways", SOCKET), lines.url("rest", HTTP),
                        lines.url("search", HTTP)))
                : Optional.empty();
    }

    private Optional<TokenSource> tokens() throws TargetException {
        if (!lines.hasAny("tokens.secret-file", "tokens.issuer", "tokens.audience")) {
            return Optional.empty();
        }
        var claims = new HashMap<String, String>();
        lines.text("tokens.issuer").ifPresent(issuer -> claims.put("iss", issuer));
        lines.text("tokens.audience").ifPresent(audience -> claims.put("aud", audience));
        return Optional.of(new TokenSource(lines.path("tokens.secret-file"), claims));
    }

    private Map<String, URI> management() throws TargetException {
        var addresses = new TreeMap<String, URI>();
        for (var key : lines.keys()) {
            if (key.startsWith(MANAGEMENT)) {
                var part = key.substring(MANAGEMENT.length());
                if (!part.matches(PARTS)) {
                    throw lines.wrong(key, "no such part", "management.gateway-N, .persistence or .search");
                }
                addresses.put(part, lines.url(key, HTTP));
            }
        }
        return addresses;
    }

    private Optional<Log> log() throws TargetException {
        if (!lines.hasAny("kafka.bootstrap-servers", "kafka.client-file")) {
            return Optional.empty();
        }
        var servers = lines.required("kafka.bootstrap-servers", "HOST:PORT, more of them after commas");
        if (!servers.matches("[^,:\\s]+:\\d{1,5}(\\s*,\\s*[^,:\\s]+:\\d{1,5})*")) {
            throw lines.wrong("kafka.bootstrap-servers", servers, "HOST:PORT, more of them after commas");
        }
        var client = new HashMap<String, String>();
        if (lines.hasAny("kafka.client-file")) {
            lines.properties("kafka.client-file").forEach((key, value) -> client.put(key.toString(), value.toString()));
        }
        return Optional.of(new Log(servers.replaceAll("\\s", ""), client));
    }

    private Optional<Store> store() throws TargetException {
        if (!lines.hasAny("database.url", "database.user", "database.password-file", "database.password-env")) {
            return Optional.empty();
        }
        var form = "jdbc:postgresql://HOST:PORT/NAME";
        var url = lines.required("database.url", form);
        if (!url.startsWith("jdbc:postgresql://") || url.contains("password=")) {
            // Not repeated: it may hold the password.
            throw lines.wrong("database.url", "not understood", form + ", without a password");
        }
        var password = lines.secret("database.password").orElse("");
        return Optional.of(new Store(url, lines.required("database.user", "a user that may read"), password));
    }

    private Optional<Redis> redis() throws TargetException {
        return lines.hasAny("redis.url", "redis.user", "redis.password-file", "redis.password-env")
                ? Optional.of(new Redis(lines.url("redis.url", Set.of("redis", "rediss")), lines.text("redis.user"),
                        lines.secret("redis.password")))
                : Optional.empty();
    }
}
