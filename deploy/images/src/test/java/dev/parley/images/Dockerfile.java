package dev.parley.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The project's Dockerfile, with the arguments of one service put in. Reads no more of the language than is used. */
record Dockerfile(List<String> instructions) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern PAIR = Pattern.compile("([\\w.]+)=(?:\"([^\"]*)\"|(\\S+))");
    private static final Pattern HEALTH = Pattern
            .compile("--interval=(\\d+)s --timeout=(\\d+)s --start-period=(\\d+)s --retries=(\\d+) CMD (.*)");

    /** Files that one instruction brings into the image. */
    record Copy(List<String> sources, String target) {

        List<String> files(Path context) throws IOException {
            var files = new ArrayList<String>();
            for (var source : sources) {
                var path = context.resolve(source);
                var isFolder = Files.isDirectory(path);
                try (var all = Files.walk(path)) {
                    all.filter(Files::isRegularFile).map(file -> isFolder ? path.relativize(file) : file.getFileName())
                            .map(file -> target.substring(1) + file).forEach(files::add);
                }
            }
            return files;
        }
    }

    static Dockerfile read(ServiceImage image) throws IOException {
        var text = Files.readString(Path.of("Dockerfile"))
                .replace("${SERVICE}", image.service().word())
                .replace("${VERSION}", image.version())
                .replace("${PORT}", Integer.toString(image.port()))
                .replace("${MANAGEMENT_PORT}", Integer.toString(image.managementPort()))
                .replace("\\\n", "");
        return new Dockerfile(text.lines().map(line -> line.strip().replaceAll("\\s+", " ")).toList());
    }

    private Stream<String> all(String instruction) {
        return instructions.stream().filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1));
    }

    String word(String instruction) {
        return all(instruction).reduce((_, last) -> last).orElseThrow();
    }

    JsonNode list(String instruction) {
        return JSON.readTree(word(instruction));
    }

    List<String> pairs(String instruction) {
        return PAIR.matcher(word(instruction)).results()
                .map(pair -> pair.group(1) + "=" + (pair.group(2) == null ? pair.group(3) : pair.group(2))).toList();
    }

    List<String> ports() {
        return Arrays.stream(word("EXPOSE").split(" ")).map(port -> port + "/tcp").toList();
    }

    List<Copy> copies() {
        return all("COPY").map(line -> {
            var words = List.of(line.split(" "));
            return new Copy(words.subList(0, words.size() - 1), words.getLast());
        }).toList();
    }

    JsonNode healthCheck() {
        var check = HEALTH.matcher(word("HEALTHCHECK"));
        if (!check.matches()) {
            throw new IllegalStateException(word("HEALTHCHECK"));
        }
        var command = new ArrayList<String>();
        JSON.readTree(check.group(5)).forEach(each -> command.add(each.asString()));
        var configuration = new HealthCheck(command, seconds(check, 1), seconds(check, 2), seconds(check, 3),
                Integer.parseInt(check.group(4))).configuration();
        return JSON.readTree(JSON.writeValueAsBytes(new TreeMap<>(configuration)));
    }

    private static Duration seconds(Matcher matcher, int group) {
        return Duration.ofSeconds(Long.parseLong(matcher.group(group)));
    }
}
