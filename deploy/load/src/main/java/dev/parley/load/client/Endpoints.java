package dev.parley.load.client;

import java.net.URI;
import java.util.List;

/** Where the system under test listens: one or more gateways, and REST. */
public record Endpoints(List<URI> gateways, URI rest) {

    private static final String API = "/api/v1";

    public Endpoints {
        if (gateways.isEmpty()) {
            throw new IllegalArgumentException("gateways: none (expected: at least one)");
        }
        gateways = gateways.stream().map(Endpoints::socket).toList();
        rest = api(rest);
    }

    /** Devices spread over the gateways by their number, and go on to the next when theirs does not answer. */
    URI gateway(int number) {
        return gateways.get(Math.floorMod(number, gateways.size()));
    }

    private static URI socket(URI uri) {
        var scheme = uri.getScheme();
        if (uri.getHost() == null || !("ws".equals(scheme) || "wss".equals(scheme))) {
            throw new IllegalArgumentException("gateway: " + uri + " (expected: ws://HOST:PORT or wss://HOST:PORT)");
        }
        return withDefaultPath(uri, "/ws");
    }

    /** With the path of the protocol, where there is none. */
    public static URI api(URI uri) {
        var scheme = uri.getScheme();
        if (uri.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException("REST: " + uri + " (expected: http://HOST:PORT)");
        }
        return withDefaultPath(uri, API);
    }

    private static URI withDefaultPath(URI uri, String path) {
        return uri.getPath().isEmpty() || "/".equals(uri.getPath()) ? uri.resolve(path) : uri;
    }
}
