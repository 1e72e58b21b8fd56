package dev.parley.images;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The file of an image, read. */
record BuiltImage(Map<String, byte[]> parts) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static BuiltImage read(Path file) throws IOException {
        var parts = new HashMap<String, byte[]>();
        try (var tar = new TarArchiveInputStream(Files.newInputStream(file))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                parts.put(entry.getName(), tar.readAllBytes());
            }
        }
        return new BuiltImage(parts);
    }

    JsonNode configuration() {
        return JSON.readTree(parts.get("config.json")).get("config");
    }

    /** The entries of each layer, the lowest layer first. */
    List<List<TarArchiveEntry>> layers() throws IOException {
        var layers = new ArrayList<List<TarArchiveEntry>>();
        for (var name : JSON.readTree(parts.get("manifest.json")).get(0).get("Layers")) {
            layers.add(entries(Objects.requireNonNull(parts.get(name.asString()))));
        }
        return layers;
    }

    private static List<TarArchiveEntry> entries(byte[] layer) throws IOException {
        var entries = new ArrayList<TarArchiveEntry>();
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(layer)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.add(entry);
            }
        }
        return entries;
    }
}
