package dev.parley.access.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds all services' sources to the vocabulary; tests run in their module's folder. */
class LogKeysTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> MODULES = List
            .of("common-access", "common-start", "gateway-service", "persistence-service", "search-service");
    private static final Pattern STRANGE_KEY = Pattern.compile("addKeyValue\\(\\s*(?!LogKeys\\.)[^,]*,");
    private static final Pattern KEY_IN_MESSAGE = Pattern.compile("log\\([^;]*\"[^\"]*\\w=\\{}[^;]*;"
            + "|log\\.\\w+\\([^;]*\"[^\"]*\\w=\\{}[^;]*;");

    @Test
    void areWhatThePageLists() throws IOException {
        var page = Files.readString(ROOT.resolve("docs/metrics.md"));
        var table = page.substring(page.indexOf("| key | of |"));
        var listed = new ArrayList<String>();
        table.lines().filter(line -> line.startsWith("| `")).forEach(line -> Pattern.compile("`(\\w+)`")
                .matcher(line.substring(0, line.indexOf('|', 1)))
                .results()
                .forEach(found -> listed.add(found.group(1))));
        var constants = Arrays.stream(LogKeys.class.getFields()).map(LogKeysTest::value).toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(constants);
    }

    @Test
    void areTheOnlyKeysOfAllServices() throws IOException {
        for (var module : MODULES) {
            var sources = ROOT.resolve(module).resolve("src/main/java");
            assertThat(sources).isDirectory();
            try (var files = Files.walk(sources)) {
                for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    var source = Files.readString(file);
                    assertThat(STRANGE_KEY.matcher(source).results().map(found -> found.group())).as("%s", file)
                            .isEmpty();
                    assertThat(KEY_IN_MESSAGE.matcher(source).results().map(found -> found.group())).as("%s", file)
                            .isEmpty();
                }
            }
        }
    }

    private static String value(java.lang.reflect.Field field) {
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
