package dev.parley.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.access.settings.Setting;
import dev.parley.access.settings.SettingsRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;

class SettingsByEnvironmentTest {

    /** What {@link Entry#boundBy} says of a setting that has no default. */
    private static final String UNSET = "null";

    private static final Map<String, String> SAMPLES = Map.of("parley.search.stemmer", "english");

    @ParameterizedTest
    @EnumSource
    void takesEverySettingFromItsVariable(Service service) {
        assertAllAreTaken(service, Setting::variable);
    }

    @ParameterizedTest
    @EnumSource
    void takesEverySettingFromTheVariableAsSpringBootWritesIt(Service service) {
        assertAllAreTaken(service, Setting::shortVariable);
    }

    private static void assertAllAreTaken(Service service, Function<Setting, String> variable) {
        var before = binder(service, Map.of());
        var samples = new HashMap<String, String>();
        forEach(service, (settings, entry) -> samples.put(entry.name(),
                SAMPLES.getOrDefault(entry.name(), sample(entry, before, settings))));
        var variables = new HashMap<String, Object>();
        samples.forEach((name, value) -> variables.put(variable.apply(new Setting(name, "")), value));
        var after = binder(service, variables);
        forEach(service, (settings, entry) -> {
            var written = Objects.requireNonNull(samples.get(entry.name()));
            assertThat(entry.boundBy(after, settings)).as(entry.name()).isEqualTo(entry.meantBy(written))
                    .isNotEqualTo(entry.boundBy(before, settings));
        });
    }

    private static void forEach(Service service, Each each) {
        service.allRecords().forEach(settings -> Entry.of(settings).forEach(entry -> each.accept(settings, entry)));
    }

    @FunctionalInterface
    private interface Each {

        void accept(SettingsRecord settings, Entry entry);
    }

    /** The variables win over the file, as in a service that runs. */
    private static Binder binder(Service service, Map<String, Object> variables) {
        return Binders.of(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables), service.yaml());
    }

    /** Near the default, so that the records take it, but another value. */
    private static String sample(Entry entry, Binder binder, SettingsRecord settings) {
        var value = entry.boundBy(binder, settings);
        return switch (entry.kind()) {
            case NUMBER, LONG_NUMBER -> UNSET.equals(value) ? "2" : String.valueOf(Long.parseLong(value) + 1);
            case FRACTION -> String.valueOf(Double.parseDouble(value) / 2);
            case SWITCH -> String.valueOf(!Boolean.parseBoolean(value));
            case DURATION -> Duration.parse(value).plusMillis(1).toMillis() + "ms";
            case SIZE -> DataSize.parse(value).toBytes() + 1 + "B";
            case CHOICE -> another(entry.type(), value);
            case LIST -> "http://one:1,http://two:2";
            case ADDRESS -> "http://another:1";
            case TEXT, OTHER -> "another-text-that-is-long-enough-for-a-secret";
        };
    }

    private static String another(Class<?> type, String value) {
        for (var each : type.getEnumConstants()) {
            if (!each.toString().equals(value)) {
                return each.toString();
            }
        }
        throw new IllegalStateException(type + ": no choice but " + value);
    }
}
