package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingNamesTest {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    @TempDir
    Path folder;

    @Test
    void findsThoseOfTheServiceAndThoseThatAllServicesShare() throws IOException {
        var shared = zip(METADATA, metadata("parley.jwt.clock-skew"));
        var jar = Files.write(folder.resolve("app.jar"), zip("BOOT-INF/lib/common-access-1.jar", shared,
                "BOOT-INF/classes/" + METADATA, metadata("parley.cors.allowed-origins")));

        var names = SettingNames.in(jar);

        assertThat(names.take("parley.jwt.clock-skew")).isTrue();
        assertThat(names.take("parley.jwt.clockSkew")).isTrue();
        assertThat(names.take("parley.cors.allowed-origins[1]")).isTrue();
        assertThat(names.take("logging.level.root")).isTrue();
        assertThat(names.take("parley.jwt")).isFalse();
        assertThat(names.take("parley.limits.enabled")).isFalse();
    }

    private static byte[] metadata(String name) {
        return "{\"properties\": [{\"name\": \"%s\"}]}".formatted(name).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
            }
        }
        return bytes.toByteArray();
    }
}
