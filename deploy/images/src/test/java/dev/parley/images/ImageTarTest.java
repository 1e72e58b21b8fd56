package dev.parley.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageTarTest {

    private static final Instant TIME = Instant.parse("2026-11-01T00:00:00Z");
    private static final ServiceImage IMAGE = new ServiceImage(Service.GATEWAY, "1.2.3");

    @TempDir
    Path root;

    private ImageFolder folder;

    @BeforeEach
    void fill() throws IOException {
        folder = new ImageFolder(root.resolve("image"));
        file(folder.java(), "a program").toFile().setExecutable(true);
        file(folder.runtime().resolve("lib/modules"), "modules");
        file(folder.libraries(Service.GATEWAY).resolve("spring.jar"), "a library");
        for (var file : List.of(folder.program(Service.GATEWAY), folder.tools(Service.GATEWAY),
                folder.options(Service.GATEWAY), folder.probeOptions(Service.GATEWAY), folder.cache(Service.GATEWAY))) {
            file(file, file.getFileName().toString());
        }
        ImageFolder.settle(folder.root(), TIME);
    }

    private static Path file(Path path, String content) throws IOException {
        Files.createDirectories(path.getParent());
        return Files.writeString(path, content);
    }

    private BuiltImage build() throws Exception {
        new ImageTar(IMAGE, folder, TIME).write(BaseImage.NONE);
        return BuiltImage.read(folder.tar(Service.GATEWAY));
    }

    @Test
    void makesTheSameBytesTwice() throws Exception {
        new ImageTar(IMAGE, folder, TIME).write(BaseImage.NONE);
        var first = Files.readAllBytes(folder.tar(Service.GATEWAY));
        new ImageTar(IMAGE, folder, TIME).write(BaseImage.NONE);
        assertThat(Files.readAllBytes(folder.tar(Service.GATEWAY))).isEqualTo(first);
    }

    @Test
    void keepsWhatDiffersFromBuildToBuildInALayerOfItsOwn() throws Exception {
        var before = build().layers();
        Files.writeString(folder.cache(Service.GATEWAY), "another cache");
        var layers = build().layers();
        assertThat(layers.getLast()).extracting(TarArchiveEntry::getName).contains("app/start.aot")
                .doesNotContain("app/service.jar");
        assertThat(layers.subList(0, 3)).isEqualTo(before.subList(0, 3));
    }

    /** The cache of classes is refused where a jar has another time than when it was made. */
    @Test
    void keepsTimesAndPermissions() throws Exception {
        var files = build().layers().stream().flatMap(List::stream).filter(entry -> !entry.isDirectory()).toList();
        assertThat(files).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.getLastModifiedTime().toInstant()).isEqualTo(TIME);
            assertThat(entry.getLongUserId()).isZero();
            assertThat(entry.getMode() & 0777).isEqualTo(entry.getName().endsWith("bin/java") ? 0755 : 0644);
        });
    }

    /** The two ways of building are two texts: nothing else makes them agree. */
    @Test
    void saysWhatTheDockerfileSays() throws Exception {
        var dockerfile = Dockerfile.read(IMAGE);
        var built = build().configuration();
        assertThat(built.get("User").asString()).isEqualTo(dockerfile.word("USER"));
        assertThat(built.get("WorkingDir").asString()).isEqualTo(dockerfile.word("WORKDIR"));
        assertThat(built.get("Entrypoint")).isEqualTo(dockerfile.list("ENTRYPOINT"));
        assertThat(built.get("ExposedPorts").propertyNames()).containsExactlyInAnyOrderElementsOf(dockerfile.ports());
        assertThat(built.get("Env").valueStream().map(each -> each.asString()))
                .containsExactlyInAnyOrderElementsOf(dockerfile.pairs("ENV"));
        assertThat(built.get("Labels").propertyStream().map(each -> each.getKey() + "=" + each.getValue().asString()))
                .containsExactlyInAnyOrderElementsOf(dockerfile.pairs("LABEL"));
        assertThat(built.get("Healthcheck")).isEqualTo(dockerfile.healthCheck());
    }

    @Test
    void copiesWhatTheDockerfileCopies() throws Exception {
        var layers = build().layers();
        var copies = Dockerfile.read(IMAGE).copies();
        assertThat(layers).hasSameSizeAs(copies);
        for (var i = 0; i < copies.size(); i++) {
            var files = layers.get(i).stream().filter(entry -> !entry.isDirectory()).map(TarArchiveEntry::getName);
            assertThat(files).containsExactlyInAnyOrderElementsOf(copies.get(i).files(folder.root()));
        }
    }
}
