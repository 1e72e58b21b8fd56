package dev.parley.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The file of an image, as {@code docker save} writes it. */
record DockerArchive(Path file) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CONFIGURATION = "config.json";
    private static final String MANIFEST = "manifest.json";

    /** @param name the digest of what is in it */
    record Layer(String name, long bytes) {}

    /** The lowest first. */
    List<Layer> layers() throws IOException {
        var sizes = new HashMap<String, Long>();
        var names = List.<String>of();
        try (var tar = new TarArchiveInputStream(Files.newInputStream(file))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                sizes.put(entry.getName(), entry.getSize());
                if (entry.getName().equals(MANIFEST)) {
                    names = JSON.readTree(tar.readAllBytes()).get(0).get("Layers").valueStream()
                            .map(JsonNode::asString).toList();
                }
            }
        }
        return names.stream().map(name -> new Layer(name, Objects.requireNonNull(sizes.get(name)))).toList();
    }

    /** Jib has no word for it: it stands only in Docker's own kind of image. */
    void addHealthCheck(HealthCheck check, Path target) throws IOException {
        try (var in = new TarArchiveInputStream(Files.newInputStream(file));
                var out = new TarArchiveOutputStream(Files.newOutputStream(target))) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(CONFIGURATION)) {
                    put(out, entry, with(check, in));
                } else {
                    out.putArchiveEntry(entry);
                    in.transferTo(out);
                    out.closeArchiveEntry();
                }
            }
        }
    }

    /** An entry that is being read must keep its size until it is over. */
    private static void put(TarArchiveOutputStream out, TarArchiveEntry old, byte[] content) throws IOException {
        var entry = new TarArchiveEntry(old.getName());
        entry.setModTime(old.getLastModifiedTime());
        entry.setSize(content.length);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
    }

    private static byte[] with(HealthCheck check, InputStream configuration) throws IOException {
        var image = (ObjectNode) JSON.readTree(configuration.readAllBytes());
        image.withObject("config").set("Healthcheck", JSON.valueToTree(new TreeMap<>(check.configuration())));
        return JSON.writeValueAsBytes(image);
    }
}
