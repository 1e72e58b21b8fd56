package dev.parley.load.options;

import dev.parley.load.client.Endpoints;
import dev.parley.load.wire.TokenSigner;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** How a command reaches the system: its addresses, and the secret that tokens are signed with. */
public record Connection(Endpoints endpoints, URI search, TokenSigner tokens) {

    public static final Set<String> OPTIONS = Set.of("gateway", "rest", "search-rest", "secret-file", "claim");

    public static final String USAGE = """
          --gateway URL      where a gateway listens, ws://HOST:PORT or wss://HOST; repeat it for more
                             (default: ws://localhost:8081 and ws://localhost:8082)
          --rest URL         where REST listens (default: http://localhost:8091)
          --search-rest URL  where the search service listens (default: http://localhost:8092)
          --secret-file F    the file with the secret that tokens are signed with
          --claim NAME=TEXT  is in every token, such as aud or iss; repeat it for more
        """;

    private static final Duration TOKEN_LIFETIME = Duration.ofHours(12);
    private static final List<URI> GATEWAYS = List.of(URI.create("ws://localhost:8081"),
            URI.create("ws://localhost:8082"));

    public static Connection of(Options options) {
        var gateways = options.addresses("gateway");
        var rest = options.addresses("rest");
        var search = options.addresses("search-rest");
        try {
            var endpoints = new Endpoints(gateways.isEmpty() ? GATEWAYS : gateways,
                    rest.isEmpty() ? URI.create("http://localhost:8091") : rest.getLast());
            var searches = search.isEmpty() ? URI.create("http://localhost:8092") : search.getLast();
            return new Connection(endpoints, Endpoints.api(searches), signer(options));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static TokenSigner signer(Options options) {
        return TokenSigner.fromFile(Path.of(options.required("secret-file")), TOKEN_LIFETIME, Clock.systemUTC(),
                options.pairs("claim"));
    }
}
