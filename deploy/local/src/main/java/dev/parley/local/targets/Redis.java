package dev.parley.local.targets;

import java.net.URI;
import java.util.Optional;

/** The Redis of routes and mailboxes. */
public record Redis(URI url, Optional<String> user, Optional<String> password) {

    @Override
    public String toString() {
        return url.toString();
    }
}
