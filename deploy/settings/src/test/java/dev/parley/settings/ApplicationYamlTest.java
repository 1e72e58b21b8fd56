package dev.parley.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApplicationYamlTest {

    private static final Set<String> UNSET = Set.of("null", "[]");

    @ParameterizedTest
    @EnumSource
    void saysTheDefaultOfEverySetting(Service service) {
        var yaml = service.yaml();
        var ofFile = Binders.of(yaml);
        var ofCode = Binders.of();
        var missing = new ArrayList<String>();
        // The gateway answers no calls of pages.
        service.allRecords().stream()
                .filter(settings -> service != Service.GATEWAY || !settings.prefix().equals("parley.cors"))
                .forEach(settings -> Entry.of(settings).forEach(entry -> {
                    var byDefault = entry.boundBy(ofCode, settings);
                    assertThat(entry.boundBy(ofFile, settings)).as(entry.name()).isEqualTo(byDefault);
                    if (Defaults.in(yaml, entry.name()).isEmpty() && !UNSET.contains(byDefault)) {
                        missing.add(entry.name());
                    }
                }));
        assertThat(missing).as("settings with a default that " + service.title() + "/…/application.yaml leaves out")
                .isEmpty();
    }
}
