package dev.parley.settings;

import dev.parley.access.settings.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** The part of the page that lists settings of Spring Boot, and what the services make of them. */
final class SpringPart {

    private static final String FILE = "spring.properties";

    private SpringPart() {}

    static String text() {
        var services = Service.values();
        var head = Arrays.stream(services).map(Service::title).collect(Collectors.joining(" | "));
        return "\n## Spring Boot's own\n\nThose that an operator has to know, and what each service makes of them. All others of"
                + " Spring Boot can be set as well.\n\n"
                + "| Setting | " + head + " | Meaning |\n| --- |" + " --- |".repeat(services.length) + " --- |\n"
                + meanings().entrySet().stream().map(each -> row(each.getKey(), each.getValue()))
                        .collect(Collectors.joining());
    }

    private static String row(String name, String meaning) {
        return "| `" + name + "`<br>`" + new Setting(name, "").variable() + "` | "
                + Arrays.stream(Service.values())
                        .map(service -> Defaults.in(service.yaml(), name).map(value -> "`" + value + "`").orElse("–"))
                        .collect(Collectors.joining(" | "))
                + " | " + meaning + " |\n";
    }

    /** By name, in the order of the file. */
    static Map<String, String> meanings() {
        try {
            var lines = new ClassPathResource(FILE, SpringPart.class).getContentAsString(StandardCharsets.UTF_8)
                    .lines();
            var meanings = new LinkedHashMap<String, String>();
            lines.filter(line -> !line.startsWith("#")).map(line -> line.split(" = ", 2))
                    .forEach(pair -> meanings.put(pair[0], pair[1]));
            return meanings;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
