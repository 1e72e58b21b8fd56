package dev.parley.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SettingsReferenceTest {

    private static final String REWRITE = "./mvnw -q -pl deploy/settings -am test -Dtest=SettingsReferenceTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dparley.docs.write=true";
    private static final Path PAGE = Path.of(System.getProperty("parley.root"), "docs", "settings.md");

    @Test
    void saysWhatTheServicesTake() throws IOException {
        if (Boolean.getBoolean("parley.docs.write")) {
            Files.writeString(PAGE, ReferencePage.text());
        }
        assertThat(PAGE).as("the settings differ from docs/settings.md; this rewrites it: %s", REWRITE)
                .content().isEqualTo(ReferencePage.text());
    }

    @Test
    void explainsEverySetting() {
        for (var service : Service.values()) {
            var descriptions = service.descriptions();
            assertThat(service.allRecords().stream().flatMap(Entry::of).map(Entry::name))
                    .as("settings of %s need a sentence in the Javadoc (@param) of their record", service.title())
                    .allSatisfy(name -> assertThat(descriptions.of(name)).as(name).matches("\\p{Lu}.*\\."));
        }
    }

    @Test
    void findsEverySettingInARecord() {
        for (var service : Service.values()) {
            assertThat(service.allRecords().stream().flatMap(Entry::of).map(Entry::name))
                    .as(service.title())
                    .containsExactlyInAnyOrderElementsOf(service.known());
        }
    }

    @Test
    void namesOnlyWhatSpringBootHas() {
        assertThat(SpringPart.meanings().keySet()).allMatch(Descriptions.everywhere()::knows);
        assertThat(Arrays.stream(Service.values())).allSatisfy(
                service -> assertThat(Defaults.in(service.yaml(), "server.port")).isPresent());
    }
}
