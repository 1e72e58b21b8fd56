package dev.parley.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Prometheus gets from a service, as far as it is of Parley's own. */
record Scrape(List<Sample> samples, Map<String, String> kinds, Set<String> described) {

    private static final Pattern SAMPLE = Pattern.compile("(parley_\\w+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("# TYPE (parley_\\w+) (\\w+)");
    private static final Pattern HELP = Pattern.compile("# HELP (parley_\\w+) \\S+.*");

    record Sample(String name, Map<String, String> labels, double value) {}

    /** As an operator writes it down: its labels are those that samples have of themselves. */
    record Meter(String kind, Set<String> labels) {}

    static Scrape of(int managementPort) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + managementPort + "/actuator/prometheus");
        try (var http = HttpClient.newHttpClient()) {
            return read(http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body());
        }
    }

    static Scrape read(String text) {
        var types = TYPE.matcher(text).results().collect(Collectors.toMap(found -> found.group(1),
                found -> found.group(2)));
        var described = HELP.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
        var samples = text.lines().map(SAMPLE::matcher).filter(line -> line.matches()).map(line -> new Sample(
                line.group(1), labels(line.group(2)), Double.parseDouble(line.group(3)))).toList();
        return new Scrape(samples, types, described);
    }

    /** By name; the greatest of a time that goes with each timer is left out. */
    Map<String, Meter> meters() {
        var meters = new TreeMap<String, Meter>();
        kinds.forEach((name, kind) -> {
            if (!isGreatestOfATimer(name)) {
                meters.put(name, new Meter(kind, labelsOf(name)));
            }
        });
        return meters;
    }

    private boolean isGreatestOfATimer(String name) {
        var timer = name.replaceAll("_max$", "");
        return !timer.equals(name) && Set.of("histogram", "summary").contains(kinds.getOrDefault(timer, ""));
    }

    /** Of all samples by this name with these labels. */
    double sum(String name, Map<String, String> labels) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name))
                .filter(sample -> sample.labels().entrySet().containsAll(labels.entrySet()))
                .mapToDouble(Sample::value)
                .sum();
    }

    private Set<String> labelsOf(String meter) {
        var parts = Set.of(meter, meter + "_bucket", meter + "_count", meter + "_sum");
        var labels = new TreeSet<String>();
        samples.stream().filter(sample -> parts.contains(sample.name())).forEach(
                sample -> labels.addAll(sample.labels().keySet()));
        labels.remove("le");
        return labels;
    }

    private static Map<String, String> labels(String text) {
        var labels = new HashMap<String, String>();
        if (text != null) {
            LABEL.matcher(text).results().forEach(found -> labels.put(found.group(1), found.group(2)));
        }
        return labels;
    }
}
