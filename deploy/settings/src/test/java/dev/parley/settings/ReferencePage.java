package dev.parley.settings;

import dev.parley.access.settings.Kind;
import dev.parley.access.settings.Setting;
import dev.parley.access.settings.SettingsRecord;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/settings.md}. */
final class ReferencePage {

    private static final String INTRODUCTION = """
        # Settings

        All that the three services can be told. This page is made by the build from the settings themselves, and a
        build whose settings differ from it fails.

        A setting is given in an `application.yaml` in the folder that the service is started in (or in `config/`
        there), as an argument (`--parley.limits.messages.per-minute=20`), or as the environment variable that stands
        below its name; arguments win over variables, and variables over files. A variable may also be written without
        the underscores that stand for dashes (`PARLEY_LIMITS_MESSAGES_PERMINUTE`). An item of a list can be given
        alone (`…_0`); all of them are separated by commas.

        A duration is a number with `ms`, `s`, `m`, `h` or `d`; without a unit it is in milliseconds. A size is a
        number with `B`, `KB`, `MB` or `GB`, each 1,024 times the one before; without a unit it is in bytes. A time is
        counted in whole milliseconds.

        A service refuses to start with a name under `parley.` that it does not know, be it a setting of another
        service, with a value that it can't read, and with one that is not allowed. It then says each mistake in a
        sentence, and ends with status 1. The variables by which Kubernetes tells pods where services are
        (`PARLEY_…_SERVICE_HOST` and their like) are not taken for settings.
        """;

    private ReferencePage() {}

    static String text() {
        var page = new StringBuilder(INTRODUCTION);
        page.append("\n## All services\n");
        page.append(table(Service.shared(), Service.PERSISTENCE));
        for (var service : Service.values()) {
            page.append("\n## ").append(service.title()).append('\n');
            page.append(table(service.records(), service));
        }
        return page.append(SpringPart.text()).toString();
    }

    /** One for each feature: the settings that share what stands between the first two dots. */
    private static String table(List<SettingsRecord> records, Service service) {
        var features = records.stream()
                .flatMap(Entry::of)
                .sorted(Comparator.comparing(Entry::name))
                .collect(Collectors.groupingBy(ReferencePage::feature, TreeMap::new, Collectors.toList()));
        return features.entrySet().stream()
                .map(feature -> "\n### " + feature.getKey() + "\n\n"
                        + "| Setting | Type | Default | Allowed | Meaning |\n| --- | --- | --- | --- | --- |\n"
                        + feature.getValue().stream().map(entry -> row(entry, service)).collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    private static String feature(Entry entry) {
        return Arrays.stream(entry.name().split("\\.")).limit(2).collect(Collectors.joining("."));
    }

    private static String row(Entry entry, Service service) {
        return Stream.of(
                "`" + entry.name() + "`<br>`" + new Setting(entry.name(), "").variable() + "`",
                entry.kind().word(),
                Defaults.in(service.yaml(), entry.name()).map(value -> "`" + value + "`").orElse("none"),
                allowed(entry),
                service.descriptions().of(entry.name()))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String allowed(Entry entry) {
        return switch (entry.kind()) {
            case NUMBER, LONG_NUMBER, FRACTION, DURATION, SIZE -> entry.allowed().words();
            case CHOICE -> Kind.choices(entry.type());
            case SWITCH, LIST, ADDRESS, TEXT, OTHER -> "";
        };
    }
}
