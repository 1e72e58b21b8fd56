package dev.parley.search.speed;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.json.JsonMapper;

/** Of a dialogue, in the form that {@code ./parley replay} takes. */
record Line(String from, String to, String content) {

    /** @param file one JSON object a line, compressed or not */
    static List<Line> allOf(Path file) throws IOException {
        var mapper = JsonMapper.builder().build();
        try (var in = open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .map(line -> mapper.readValue(line, Line.class))
                    .toList();
        }
    }

    private static InputStream open(Path file) throws IOException {
        var in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    ConversationId conversation() {
        return ConversationId.direct(new UserId(from), new UserId(to));
    }

    List<UserId> members() {
        return List.of(new UserId(from), new UserId(to));
    }
}
