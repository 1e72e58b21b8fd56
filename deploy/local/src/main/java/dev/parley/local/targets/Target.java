package dev.parley.local.targets;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A running system, as far as it is described.
 *
 * @param name       of the file or the stack, for messages
 * @param doors      where clients come in
 * @param management where each service tells about itself, by the name of its part
 */
public record Target(String name, Optional<Doors> doors, Optional<TokenSource> tokens, Map<String, URI> management,
        Optional<Log> log, Optional<Store> store, Optional<Redis> redis) {

    public Target {
        management = Map.copyOf(management);
    }

    public Doors requireDoors() throws TargetException {
        return doors.orElseThrow(() -> missing("gateways, rest and search", "the addresses that clients use"));
    }

    public TokenSource requireTokens() throws TargetException {
        return tokens.orElseThrow(() -> missing("tokens.secret-file", "the file that tokens are signed with"));
    }

    public Log requireLog() throws TargetException {
        return log.orElseThrow(() -> missing("kafka.bootstrap-servers", "HOST:PORT, more of them after commas"));
    }

    public Store requireStore() throws TargetException {
        return store.orElseThrow(
                () -> missing("database.url, database.user and a password", "the database of persistence"));
    }

    /** The management addresses of all parts whose name starts so, such as those of the gateways. */
    public List<URI> management(String prefix) {
        return management.entrySet().stream().filter(each -> each.getKey().startsWith(prefix))
                .sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue).toList();
    }

    private TargetException missing(String keys, String expected) {
        return new TargetException(name + ": " + keys + ": missing (expected: " + expected + ")");
    }
}
