package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

class EdgeTest {

    /** Else the edge would cut off a client that has nothing to say. */
    @Test
    void lastsLongerThanAPingAndItsAnswer() throws IOException {
        var settings = Files.readString(
                Installation.find().root().resolve("gateway-service/src/main/resources/application.yaml"));
        var silence = seconds(settings, "ping: (\\d+)s") + seconds(settings, "pong: (\\d+)s");
        assertThat(seconds(Edge.configuration(), "timeout tunnel (\\d+)s")).isGreaterThan(silence);
    }

    private static int seconds(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return Integer.parseInt(found.group(1));
    }
}
