package dev.parley.images;

import com.google.cloud.tools.jib.api.Containerizer;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An image made without a container engine: a file for {@code docker load} and its like. */
record ImageTar(ServiceImage image, ImageFolder folder, Instant time) {

    private static final List<String> LAYERS = List.of("runtime", "libraries", "program", "cache");
    private static final long MEGABYTE = 1_000_000;

    void write(BaseImage base) throws Exception {
        var target = folder.tar(image.service());
        var draft = target.resolveSibling(target.getFileName() + ".new");
        described(base.begin()).setFileEntriesLayers(layers())
                .containerize(to(TarImage.at(draft).named(image.name()), folder.jibCache()));
        new DockerArchive(draft).addHealthCheck(image.healthCheck(), target);
        Files.delete(draft);
    }

    static Containerizer to(TarImage target, Path cache) {
        return Containerizer.to(target).setBaseImageLayersCache(cache).setApplicationLayersCache(cache)
                .setToolName("parley");
    }

    /** For people, who compare builds by them: each layer with its digest and size. */
    String summary() throws IOException {
        var target = folder.tar(image.service());
        var layers = new DockerArchive(target).layers();
        var lines = new ArrayList<String>(List.of(image.name() + " in " + target));
        for (var i = 0; i < layers.size(); i++) {
            var own = i - layers.size() + LAYERS.size();
            var layer = layers.get(i);
            lines.add("  %-9s %4d MB  %s".formatted(own < 0 ? "base" : LAYERS.get(own),
                    Math.ceilDiv(layer.bytes(), MEGABYTE), layer.name().replaceFirst("\\..*", "")));
        }
        return String.join("\n", lines);
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
    static Platform platform() {
        var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return new Platform("aarch64".equals(machine) ? "arm64" : "amd64", "linux");
    }

    /** What changes least comes first. */
    private List<FileEntriesLayer> layers() throws IOException {
        var service = image.service();
        return List.of(
                layer(LAYERS.get(0), folder.runtime(), "/opt/java"),
                layer(LAYERS.get(1), folder.libraries(service), "/app/lib"),
                layer(LAYERS.get(2), List.of(folder.program(service), folder.tools(service), folder.options(service),
                        folder.probeOptions(service))),
                layer(LAYERS.get(3), List.of(folder.cache(service))));
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
