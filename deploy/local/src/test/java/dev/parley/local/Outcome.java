package dev.parley.local;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a command did. */
record Outcome(int status, String out, String err) {

    static Outcome of(Path folder, String... words) {
        return reading(folder, "", words);
    }

    static Outcome reading(Path folder, String input, String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        var status = new Commands(terminal, new Home(folder), new StandIns()).run(words);
        return new Outcome(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The last column of a part's line. */
    String healthOf(String part) {
        return out.lines().filter(line -> line.startsWith(part + " ")).map(line -> line.replaceAll(".* ", ""))
                .findFirst().orElse("not listed");
    }
}
