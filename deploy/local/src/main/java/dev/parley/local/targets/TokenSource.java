package dev.parley.local.targets;

import java.nio.file.Path;
import java.util.Map;

/**
 * How tokens come to be that the system believes.
 *
 * @param secretFile the shared secret of HS256
 * @param claims     texts that every token carries, {@code iss} and {@code aud}
 */
public record TokenSource(Path secretFile, Map<String, String> claims) {

    public TokenSource {
        claims = Map.copyOf(claims);
    }
}
