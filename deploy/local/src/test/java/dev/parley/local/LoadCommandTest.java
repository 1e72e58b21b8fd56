package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadCommandTest {

    @TempDir
    Path folder;

    @Test
    void playsAgainstTheStackHere() throws Exception {
        var home = new Home(folder);
        home.make();
        new StackSettings(100, true, Map.of("parley.jwt.audience", "chat")).save(home.run());

        assertThat(words(home, "replay", "file.jsonl", "--rate", "5")).containsExactly("replay",
                "--gateway", "ws://127.0.0.1:8181/ws", "--gateway", "ws://127.0.0.1:8182/ws",
                "--rest", "http://127.0.0.1:8191", "--search-rest", "http://127.0.0.1:8192",
                "--secret-file", folder.resolve("secrets/jwt").toString(), "--claim", "aud=chat",
                "file.jsonl", "--rate", "5");
        assertThat(folder.resolve("data/database-password")).doesNotExist();
    }

    @Test
    void playsAgainstASystemElsewhere() throws Exception {
        var secret = Files.writeString(folder.resolve("jwt"), "a secret");
        var file = Files.writeString(folder.resolve("far.properties"), """
            gateways=wss://chat.example.org
            rest=https://chat.example.org
            search=https://find.example.org
            tokens.secret-file=jwt
            """);

        assertThat(words(new Home(folder.resolve("none")), "replay", "file.jsonl", "--target", file.toString()))
                .containsExactly("replay", "--gateway", "wss://chat.example.org", "--rest",
                        "https://chat.example.org", "--search-rest", "https://find.example.org", "--secret-file",
                        secret.toString(), "file.jsonl");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private static List<String> words(Home home, String... words) throws Exception {
        var line = CommandLine.parse(words);
        return LoadCommand.words(line, LocalTarget.of(line, home));
    }
}
