package dev.parley.contractcheck;

import dev.parley.contractcheck.Document.Place;
import java.util.List;

/** A path of the document, in which some segments are parameters. */
record Route(String template, Place place) {

    private static final String PARAMETER = "{";

    boolean matches(String path) {
        var mine = segments(template);
        var theirs = segments(path);
        if (mine.size() != theirs.size()) {
            return false;
        }
        for (var i = 0; i < mine.size(); i++) {
            if (!mine.get(i).startsWith(PARAMETER) && !mine.get(i).equals(theirs.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The value in {@code path} of a parameter of this one. */
    String parameter(String name, String path) {
        var at = segments(template).indexOf(PARAMETER + name + "}");
        return segments(path).get(at);
    }

    /** How many segments are as written: of two that match, the one with more is meant. */
    long literals() {
        return segments(template).stream().filter(segment -> !segment.startsWith(PARAMETER)).count();
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }
}
