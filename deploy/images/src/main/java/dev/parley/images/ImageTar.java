package dev.parley.images;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An image made without a container engine: a file for {@code docker load} and its like. */
record ImageTar(ServiceImage image, ImageFolder folder, Instant time) {

    /** No base at all, for tests. */
    static final String SCRATCH = "scratch";

    /** @param base an image's name in a registry, or {@code tar:///a/path} */
    void write(String base) throws Exception {
        var target = folder.tar(image.service());
        var draft = target.resolveSibling(target.getFileName() + ".new");
        described(SCRATCH.equals(base) ? Jib.fromScratch() : Jib.from(base))
                .setFileEntriesLayers(layers())
                .containerize(Containerizer.to(TarImage.at(draft).named(image.name()))
                        .setBaseImageLayersCache(folder.jibCache())
                        .setApplicationLayersCache(folder.jibCache())
                        .setToolName("parley"));
        new DockerArchive(draft).addHealthCheck(image.healthCheck(), target);
        Files.delete(draft);
    }

    private JibContainerBuilder described(JibContainerBuilder container) {
        return container.setCreationTime(time)
                .setPlatforms(Set.of(platform()))
                .setUser(ServiceImage.USER)
                .setWorkingDirectory(AbsoluteUnixPath.get("/app"))
                .setEntrypoint(image.entryPoint())
                .setEnvironment(image.environment())
                .setLabels(image.labels())
                .setExposedPorts(Set.of(Port.tcp(image.port()), Port.tcp(image.managementPort())));
    }

    /** That of the runtime, which is the one that builds. */
    private static Platform platform() {
        var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return new Platform("aarch64".equals(machine) ? "arm64" : "amd64", "linux");
    }

    /** What changes least comes first. */
    private List<FileEntriesLayer> layers() throws IOException {
        var service = image.service();
        return List.of(
                layer("runtime", folder.runtime(), "/opt/java"),
                layer("libraries", folder.libraries(service), "/app/lib"),
                layer("program", List.of(folder.program(service), folder.tools(service), folder.options(service),
                        folder.probeOptions(service))),
                layer("cache", List.of(folder.cache(service))));
    }

    private FileEntriesLayer layer(String name, Path source, String target) throws IOException {
        return FileEntriesLayer.builder()
                .setName(name)
                .addEntryRecursive(source, AbsoluteUnixPath.get(target), (path, _) -> permissions(path),
                        (_, _) -> time)
                .build();
    }

    private FileEntriesLayer layer(String name, List<Path> files) {
        var layer = FileEntriesLayer.builder().setName(name);
        for (var file : files) {
            layer.addEntry(file, AbsoluteUnixPath.get("/app").resolve(file.getFileName().toString()),
                    permissions(file), time);
        }
        return layer.build();
    }

    private static FilePermissions permissions(Path path) {
        var all = Files.isDirectory(path) || Files.isExecutable(path);
        return FilePermissions.fromOctalString(all ? "755" : "644");
    }
}
