package dev.parley.local.observability;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A query in Prometheus' language, as far as it names series. */
record Query(String text) {

    /** Where labels and durations stand, but no names of series. */
    private static final Pattern ASIDE = Pattern.compile("\\b(?:by|on|ignoring|without) *\\([^)]*\\)|\\[[^]]*]");
    private static final Pattern SERIES = Pattern.compile("([a-zA-Z_:][\\w:]*)(?!\\w) *(?:\\{([^}]*)}|(?! *\\())");
    private static final Pattern MATCHER = Pattern.compile("(\\w+) *(=~|!~|!=|=) *\"([^\"]*)\"");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool");

    /** Series by their name, and what is asked of their labels. */
    record Selector(String name, List<Label> labels) {

        @Override
        public String toString() {
            return name + "{" + String.join(",", labels.stream().map(Label::text).toList()) + "}";
        }
    }

    /** Holds a label, the values that it is compared with, and the whole as it was written. */
    record Label(String name, List<String> values, String text) {

        static Label of(Matcher found) {
            var patterns = found.group(2).endsWith("~");
            var value = found.group(3);
            var values = patterns ? List.of(value.split("[|]")) : List.of(value);
            return new Label(found.group(1), values, found.group());
        }
    }

    List<Selector> selectors() {
        var selectors = new ArrayList<Selector>();
        var series = SERIES.matcher(ASIDE.matcher(text).replaceAll(" "));
        while (series.find()) {
            if (!WORDS.contains(series.group(1))) {
                selectors.add(new Selector(series.group(1), labels(series.group(2))));
            }
        }
        return selectors;
    }

    private static List<Label> labels(String braces) {
        return Stream.ofNullable(braces)
                .flatMap(inside -> MATCHER.matcher(inside).results().map(found -> MATCHER.matcher(found.group())))
                .filter(Matcher::matches)
                .map(Label::of)
                .toList();
    }
}
