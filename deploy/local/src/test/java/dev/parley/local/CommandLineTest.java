package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    @TempDir
    Path folder;

    @Test
    void readsOptionsInAnyOrderAndForm() throws Exception {
        var line = CommandLine.parse("up", "--set", "a=b=c", "--detach", "--data=/somewhere", "--set=d=e");

        assertThat(line.verb()).isEqualTo(Verb.UP);
        assertThat(line.has("--detach")).isTrue();
        assertThat(line.has("--fresh")).isFalse();
        assertThat(line.all("--set")).containsExactly("a=b=c", "d=e");
        assertThat(line.data()).contains(Path.of("/somewhere"));
    }

    @Test
    void passesOnWhatIsNotItsOwn() throws Exception {
        var line = CommandLine.parse("replay", "file.jsonl", "--rate", "10", "--data", "d");

        assertThat(line.arguments()).containsExactly("file.jsonl", "--rate", "10");
        assertThat(line.data()).contains(Path.of("d"));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> CommandLine.parse("fly")).hasMessageContaining("fly: no such command");
        assertThatThrownBy(() -> CommandLine.parse("down", "--fresh")).hasMessageContaining("--fresh: no such option");
        assertThatThrownBy(() -> CommandLine.parse("kill")).hasMessageContaining("usage: ./parley kill PART");
        assertThatThrownBy(() -> CommandLine.parse("up", "--set")).hasMessageContaining("--set needs a value");
    }

    @Test
    void answersAWrongCommandLineWithStatusTwo() {
        assertThat(Outcome.of(folder, "up", "--set", "novalue").status()).isEqualTo(2);
        assertThat(Outcome.of(folder, "up", "--port-base", "99999").err()).contains("(expected: 0 to 47436)");
        assertThat(Outcome.of(folder, "frobnicate").status()).isEqualTo(2);
    }

    @Test
    void helpsWhoAsksACommandForHelp() throws Exception {
        assertThat(CommandLine.parse("reindex", "--help").verb()).isEqualTo(Verb.HELP);
        assertThat(CommandLine.parse("replay", "--help").arguments()).containsExactly("--help");
    }

    @Test
    void refusesASettingThatNoServiceKnowsBeforeAnythingIsStarted() {
        var outcome = Outcome.of(folder, "up", "--set", "parley.partitons=6");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("--set: parley.partitons: no setting of any service");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void listsEveryCommandInItsHelp() {
        var help = Outcome.of(folder);

        assertThat(help.status()).isZero();
        for (var verb : Verb.values()) {
            assertThat(help.out()).contains(verb.usage()).contains(verb.purpose());
        }
    }
}
