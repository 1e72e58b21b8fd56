package dev.parley.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.json.JsonMapper;

/** The settings that a service knows: its build has written them into its jar, and into those of ours within. */
public record SettingNames(Set<String> names) {

    private static final String PREFIX = "parley.";
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final String OWN = "BOOT-INF/classes/" + METADATA;
    private static final String SHARED = "BOOT-INF/lib/common-";

    public SettingNames {
        names = Set.copyOf(names);
    }

    /** @param jar the runnable one */
    public static SettingNames in(Path jar) throws IOException {
        var names = new HashSet<String>();
        try (var in = Files.newInputStream(jar)) {
            take(in, names);
        }
        return new SettingNames(names);
    }

    private static void take(InputStream jar, Set<String> names) throws IOException {
        var zip = new ZipInputStream(jar);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            var name = entry.getName();
            if (name.equals(OWN) || name.equals(METADATA)) {
                new JsonMapper().readTree(zip.readAllBytes()).path("properties")
                        .forEach(property -> names.add(uniform(property.path("name").asString())));
            } else if (name.startsWith(SHARED)) {
                take(zip, names);
            }
        }
    }

    /** Whether the service takes it: what is not ours is Spring Boot's, and goes to all of them. */
    boolean take(String key) {
        return !uniform(key).startsWith(PREFIX) || names.contains(uniform(key));
    }

    /** Dashes and case do not matter, nor does which item of a list it is. */
    private static String uniform(String key) {
        return key.replaceFirst("\\[\\d+]$", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}
