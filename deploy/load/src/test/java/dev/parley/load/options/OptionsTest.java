package dev.parley.load.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static Options parse(String... words) {
        return Options.parse(List.of(words), Set.of("rate", "gateway"));
    }

    @Test
    void letsTheLastValueWin() {
        assertThat(parse("--rate", "5", "file", "--rate=7").count("rate")).contains(7);
    }

    @Test
    void takesOnlyANumberForTheValueOfASwitch() {
        assertThat(search("--search")).contains(5);
        assertThat(search("--search", "--rate", "7")).contains(5);
        assertThat(search("--search", "file")).contains(5);
        assertThat(search("--search", "20", "file")).contains(20);
        assertThat(search("--search=20")).contains(20);
        assertThat(search("file")).isEmpty();
        assertThatThrownBy(() -> search("--search", "0")).isInstanceOf(UsageException.class)
                .hasMessage("--search: 0 (expected: a whole number of at least 1)");
    }

    private static Optional<Integer> search(String... words) {
        return Options.parse(List.of(words), Set.of("rate", "search"), Set.of("search")).count("search", 5);
    }

    @Test
    void keepsEveryValueOfARepeatedAddress() {
        assertThat(parse("--gateway", "ws://a:1", "--gateway=ws://b:2").addresses("gateway"))
                .containsExactly(URI.create("ws://a:1"), URI.create("ws://b:2"));
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> parse("--speed", "5")).isInstanceOf(UsageException.class)
                .hasMessage("--speed: unknown (expected: one of --gateway, --rate)");
        assertThatThrownBy(() -> parse("--rate")).isInstanceOf(UsageException.class)
                .hasMessage("--rate: no value after it");
        assertThatThrownBy(() -> parse("--rate", "0").count("rate")).isInstanceOf(UsageException.class)
                .hasMessage("--rate: 0 (expected: a whole number of at least 1)");
        assertThatThrownBy(() -> parse().required("rate")).isInstanceOf(UsageException.class)
                .hasMessage("--rate: missing");
    }
}
