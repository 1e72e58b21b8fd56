package dev.parley.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseImageTest {

    private static final Pattern BASE = Pattern.compile("gcr\\.io/distroless/[^\\s}<]+");

    @TempDir
    Path cache;

    @ParameterizedTest
    @ValueSource(strings = {"tar:///nowhere/base.tar", "No Name"})
    void saysWhatToDoWithoutABase(String name) {
        assertThatExceptionOfType(BaseMissingException.class).isThrownBy(() -> new BaseImage(name).fetch(cache))
                .withMessageContaining(name).withMessageContaining("-Dparley.images.base=tar:///");
    }

    /** By digest: a tag would make another image of the same sources tomorrow. */
    @Test
    void isTheSameInAllWaysToBuild() throws IOException {
        var named = new ArrayList<String>();
        for (var file : List.of("pom.xml", "Dockerfile", "../compose/compose.yaml")) {
            BASE.matcher(Files.readString(Path.of(file))).results().map(MatchResult::group).forEach(named::add);
        }
        assertThat(named).hasSize(3).containsOnly(named.getFirst());
        assertThat(named.getFirst()).matches(".+@sha256:[0-9a-f]{64}");
    }
}
