package dev.parley.local.targets;

import java.net.URI;
import java.util.List;

/** Where clients come in: sockets, REST, and the REST of searches. */
public record Doors(List<URI> gateways, URI rest, URI search) {

    public Doors {
        gateways = List.copyOf(gateways);
    }
}
