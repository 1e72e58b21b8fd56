package dev.parley.load.replay;

import dev.parley.load.wire.UserId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The messages of a corpus, by conversation, each conversation in the order of the file. */
record Script(List<List<Line>> dialogues, Set<UserId> users, int size) {

    /** Reads a file of one JSON object a line; of its users only the first so many, with what they say to each other. */
    static Script read(Path file, int mostUsers) throws IOException {
        try (var in = open(file); var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var lines = new ArrayList<Line>();
            var number = 0;
            for (var text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                if (!text.isBlank()) {
                    lines.add(LineReader.read(number, text));
                }
            }
            return of(lines, mostUsers);
        }
    }

    private static InputStream open(Path file) throws IOException {
        var in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }

    static Script of(List<Line> lines, int mostUsers) {
        var users = firstUsers(lines, mostUsers);
        var dialogues = new LinkedHashMap<Set<UserId>, List<Line>>();
        var size = 0;
        for (var line : lines) {
            if (users.contains(line.from()) && users.contains(line.to())) {
                dialogues.computeIfAbsent(Set.of(line.from(), line.to()), pair -> new ArrayList<>()).add(line);
                size++;
            }
        }
        var playing = new LinkedHashSet<UserId>();
        dialogues.keySet().forEach(playing::addAll);
        return new Script(copy(dialogues), playing, size);
    }

    private static List<List<Line>> copy(Map<Set<UserId>, List<Line>> dialogues) {
        return dialogues.values().stream().map((Collection<Line> lines) -> List.copyOf(lines)).toList();
    }

    private static Set<UserId> firstUsers(List<Line> lines, int most) {
        var users = new HashSet<UserId>();
        for (var line : lines) {
            if (users.size() < most) {
                users.add(line.from());
            }
            if (users.size() < most) {
                users.add(line.to());
            }
        }
        return users;
    }
}
