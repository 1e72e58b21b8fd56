package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackSettingsTest {

    @TempDir
    Path folder;

    @Test
    void areReadAsTheyWereSaved() throws Exception {
        var settings = new StackSettings(300, false, Map.of("logging.level.root", "debug", "x", "a=b c:\\d"));

        settings.save(folder);

        assertThat(StackSettings.load(folder)).isEqualTo(settings);
    }

    @Test
    void areTheDocumentedOnesWhereNothingWasStarted() throws Exception {
        assertThat(StackSettings.load(folder)).isEqualTo(new StackSettings(0, true, Map.of()));
    }
}
