package dev.parley.load.options;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The words of a command line: {@code --name value} or {@code --name=value}, the last of a name wins, the rest in order. */
public final class Options {

    private static final String ALONE = "";

    private final Map<String, List<String>> values = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    private Options() {}

    /** Reads the words of a command that knows these options, each of which takes a value. */
    public static Options parse(List<String> arguments, Set<String> known) {
        return parse(arguments, known, Set.of());
    }

    /** Of the options, switches may stand alone; what follows one is its value only if it is a number. */
    public static Options parse(List<String> arguments, Set<String> known, Set<String> switches) {
        var options = new Options();
        var rest = arguments.listIterator();
        while (rest.hasNext()) {
            var word = rest.next();
            if (!word.startsWith("--")) {
                options.words.add(word);
                continue;
            }
            var equals = word.indexOf('=');
            var name = equals < 0 ? word.substring(2) : word.substring(2, equals);
            if (!known.contains(name)) {
                throw new UsageException("--" + name + ": unknown (expected: one of " + listing(known) + ")");
            }
            var value = equals >= 0
                    ? word.substring(equals + 1)
                    : switches.contains(name) ? numberAfter(rest) : valueAfter(name, rest);
            options.values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return options;
    }

    private static String valueAfter(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new UsageException("--" + name + ": no value after it");
        }
        return rest.next();
    }

    private static String numberAfter(ListIterator<String> rest) {
        if (!rest.hasNext()) {
            return ALONE;
        }
        var next = rest.next();
        if (next.matches("[0-9]+")) {
            return next;
        }
        rest.previous();
        return ALONE;
    }

    private static String listing(Set<String> known) {
        return String.join(", ", known.stream().sorted().map(name -> "--" + name).toList());
    }

    public List<String> words() {
        return List.copyOf(words);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(List::getLast);
    }

    public String required(String name) {
        return text(name).orElseThrow(() -> new UsageException("--" + name + ": missing"));
    }

    /** A whole number of at least 1. */
    public Optional<Integer> count(String name) {
        return text(name).map(value -> number(name, value));
    }

    /** The same of a switch, which means this number where it stands alone. */
    public Optional<Integer> count(String name, int alone) {
        return text(name).map(value -> value.equals(ALONE) ? alone : number(name, value));
    }

    private static Integer number(String name, String value) {
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw new UsageException("--" + name + ": " + value + " (expected: a whole number of at least 1)");
        }
        return Integer.valueOf(value);
    }

    public Optional<Duration> seconds(String name) {
        return count(name).map(Duration::ofSeconds);
    }

    public Optional<Path> path(String name) {
        return text(name).map(Path::of);
    }

    /** Every {@code NAME=TEXT} of an option that may be repeated. */
    public Map<String, String> pairs(String name) {
        var pairs = new TreeMap<String, String>();
        for (var value : values.getOrDefault(name, List.of())) {
            var equals = value.indexOf('=');
            if (equals < 1) {
                throw new UsageException("--" + name + ": " + value + " (expected: NAME=TEXT)");
            }
            pairs.put(value.substring(0, equals), value.substring(equals + 1));
        }
        return pairs;
    }

    /** Every value of an option that may be repeated. */
    public List<URI> addresses(String name) {
        return values.getOrDefault(name, List.of()).stream().map(value -> address(name, value)).toList();
    }

    private static URI address(String name, String value) {
        try {
            return URI.create(value);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--" + name + ": " + value + " (expected: a URL)");
        }
    }
}
