package dev.parley.local.targets;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The lines of a file, read and judged one by one; every complaint names file, key, value and what was expected. */
record Lines(Path file, Properties properties, Map<String, String> environment) {

    static Lines of(Path file, Map<String, String> environment) throws TargetException {
        return new Lines(file, load(file, file + ": cannot be read (expected: a file of KEY=VALUE lines)"),
                environment);
    }

    private static Properties load(Path file, String complaint) throws TargetException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            var refusal = new TargetException(complaint);
            refusal.initCause(e);
            throw refusal;
        }
        return properties;
    }

    Set<String> keys() {
        return properties.stringPropertyNames();
    }

    Optional<String> text(String key) throws TargetException {
        var value = properties.getProperty(key);
        if (value != null && value.isBlank()) {
            throw wrong(key, "blank", "a value, or no such line");
        }
        return Optional.ofNullable(value).map(String::strip);
    }

    String required(String key, String expected) throws TargetException {
        return text(key).orElseThrow(() -> wrong(key, "missing", expected));
    }

    List<URI> urls(String key, Set<String> schemes) throws TargetException {
        var urls = new ArrayList<URI>();
        for (var each : required(key, form(schemes)).split(",", -1)) {
            urls.add(url(key, each.strip(), schemes));
        }
        return urls;
    }

    URI url(String key, Set<String> schemes) throws TargetException {
        return url(key, required(key, form(schemes)), schemes);
    }

    private URI url(String key, String value, Set<String> schemes) throws TargetException {
        URI url;
        try {
            url = URI.create(value);
        } catch (IllegalArgumentException e) {
            throw wrong(key, value, form(schemes));
        }
        if (url.getUserInfo() != null) {
            throw wrong(key, "holds a user or a password", form(schemes) + ", and those on lines of their own");
        }
        if (url.getScheme() == null || !schemes.contains(url.getScheme()) || url.getHost() == null) {
            throw wrong(key, value, form(schemes));
        }
        return url;
    }

    private static String form(Set<String> schemes) {
        return String.join(" or ", schemes.stream().sorted().map(scheme -> scheme + "://HOST:PORT").toList());
    }

    /** What {@code KEY-file} or {@code KEY-env} leads to: a secret is never in the file itself. */
    Optional<String> secret(String key) throws TargetException {
        var inFile = text(key + "-file");
        var inEnvironment = text(key + "-env");
        if (inFile.isPresent() && inEnvironment.isPresent()) {
            throw wrong(key + "-file, " + key + "-env", "both given", "one of them");
        }
        if (inFile.isPresent()) {
            return Optional.of(content(key + "-file"));
        }
        if (inEnvironment.isPresent()) {
            var value = environment.get(inEnvironment.get());
            if (value == null || value.isEmpty()) {
                throw wrong(key + "-env", inEnvironment.get(), "the name of a variable that is set");
            }
            return Optional.of(value);
        }
        return Optional.empty();
    }

    private String content(String key) throws TargetException {
        var path = path(key);
        try {
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw wrong(key, path.toString(), "a file that can be read");
        }
    }

    /** A path is meant from where the file itself lies. */
    Path path(String key) throws TargetException {
        var path = file.toAbsolutePath().resolveSibling(required(key, "the path of a file")).normalize();
        if (!Files.isReadable(path)) {
            throw wrong(key, path.toString(), "a file that can be read");
        }
        return path;
    }

    Properties properties(String key) throws TargetException {
        return load(path(key), file + ": " + key + ": " + path(key) + " (expected: a file of KEY=VALUE lines)");
    }

    boolean hasAny(String... keys) {
        return Arrays.stream(keys).anyMatch(properties::containsKey);
    }

    TargetException wrong(String key, String value, String expected) {
        return new TargetException(file + ": " + key + ": " + value + " (expected: " + expected + ")");
    }
}
