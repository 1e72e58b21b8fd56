package dev.parley.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A command line, taken apart.
 *
 * @param settings the values of each option, in their order; the last one counts where there is to be one
 */
record CommandLine(Verb verb, List<String> arguments, Set<String> flags, Map<String, List<String>> settings) {

    private static final CommandLine HELP = new CommandLine(Verb.HELP, List.of(), Set.of(), Map.of());

    static CommandLine parse(String... words) throws UsageException {
        if (words.length == 0 || isHelp(words[0])) {
            return HELP;
        }
        var verb = Verb.named(words[0]).orElseThrow(() -> new UsageException(
                words[0] + ": no such command (./parley help lists them)"));
        if (!verb.passesOn() && words.length > 1 && isHelp(words[1])) {
            return HELP;
        }
        var parsing = new Parsing(verb);
        for (var i = 1; i < words.length; i++) {
            var next = i + 1 < words.length ? Optional.of(words[i + 1]) : Optional.<String>empty();
            i += parsing.take(words[i], next);
        }
        return parsing.result();
    }

    private static boolean isHelp(String word) {
        return word.equals("--help") || word.equals("-h");
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    List<String> all(String setting) {
        return settings.getOrDefault(setting, List.of());
    }

    Optional<String> last(String setting) {
        var values = all(setting);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }

    Optional<Path> data() {
        return last(Verb.DATA).map(Path::of);
    }

    /** What has been read so far. */
    private record Parsing(Verb verb, List<String> arguments, Set<String> flags, Map<String, List<String>> settings) {

        Parsing(Verb verb) {
            this(verb, new ArrayList<>(), new HashSet<>(), new TreeMap<>());
        }

        /** @return how many of the words after this one it has used up */
        int take(String word, Optional<String> next) throws UsageException {
            var equals = word.indexOf('=');
            if (word.startsWith("--") && equals > 0 && verb.isSetting(word.substring(0, equals))) {
                set(word.substring(0, equals), word.substring(equals + 1));
                return 0;
            }
            if (verb.isSetting(word)) {
                set(word, next.orElseThrow(() -> wrong(word + " needs a value")));
                return 1;
            }
            if (verb.passesOn() || word.equals("-") || !word.startsWith("-")) {
                arguments.add(word);
            } else if (verb.isFlag(word)) {
                flags.add(word);
            } else {
                throw wrong(word + ": no such option");
            }
            return 0;
        }

        private void set(String option, String value) {
            settings.computeIfAbsent(option, key -> new ArrayList<>()).add(value);
        }

        CommandLine result() throws UsageException {
            if (!verb.takes(arguments.size())) {
                throw wrong(
                        arguments.isEmpty() ? "something is missing" : arguments.size() + " arguments are too many");
            }
            return new CommandLine(verb, List.copyOf(arguments), Set.copyOf(flags), Map.copyOf(settings));
        }

        private UsageException wrong(String what) {
            return new UsageException(what + " (usage: ./parley " + verb.usage() + " [--data DIR])");
        }
    }
}
