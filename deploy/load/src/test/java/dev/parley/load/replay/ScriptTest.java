package dev.parley.load.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.load.wire.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {

    @TempDir
    Path folder;

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("corpus.jsonl"), List.of(lines));
    }

    @Test
    void keepsTheOrderOfEachConversation() throws IOException {
        var script = Script.read(file("{\"from\":\"a\",\"to\":\"b\",\"content\":\"1\"}",
                "{\"from\":\"c\",\"to\":\"a\",\"content\":\"2\",\"scene\":{\"x\":[1]}}",
                "{\"from\":\"b\",\"to\":\"a\",\"content\":\"3\"}"), Integer.MAX_VALUE);
        assertThat(script.size()).isEqualTo(3);
        assertThat(script.users()).hasSize(3);
        assertThat(script.dialogues()).hasSize(2);
        assertThat(script.dialogues().getFirst()).extracting(Line::number).containsExactly(1, 3);
    }

    @Test
    void takesOnlyTheFirstUsersAndWhatTheySayToEachOther() throws IOException {
        var script = Script.read(file("{\"from\":\"a\",\"to\":\"b\",\"content\":\"1\"}",
                "{\"from\":\"c\",\"to\":\"a\",\"content\":\"2\"}"), 2);
        assertThat(script.users()).containsExactlyInAnyOrder(new UserId("a"), new UserId("b"));
        assertThat(script.size()).isEqualTo(1);
    }

    @Test
    void givesTheSameLineTheSameIdEachTimeAndEqualTextsIdsOfTheirOwn() {
        assertThat(Line.idOf(1, "x")).isEqualTo(Line.idOf(1, "x")).isNotEqualTo(Line.idOf(2, "x"));
        assertThat(Line.idOf(1, "x").value().version()).isEqualTo(8);
        assertThat(Line.idOf(1, "x").value().variant()).isEqualTo(2);
    }

    @Test
    void namesTheLineThatCannotBePlayed() throws IOException {
        var file = file("{\"from\":\"a\",\"to\":\"b\",\"content\":\"1\"}", "{\"from\":\"a\",\"content\":\"1\"}");
        assertThatThrownBy(() -> Script.read(file, 9)).isInstanceOf(CorpusException.class)
                .hasMessageContaining("line 2: to is missing");
    }
}
