package dev.parley.access.settings;

import java.util.Collection;
import java.util.Comparator;

/** What somebody may have meant. */
final class Spelling {

    private Spelling() {}

    static String nearest(String word, Collection<String> words) {
        return words.stream()
                .filter(each -> !each.equals(word))
                .min(Comparator.<String>comparingInt(each -> distance(word, each)).thenComparing(each -> each))
                .orElse("none");
    }

    /** How many letters have to be written, left out or changed to get from one to the other. */
    private static int distance(String from, String to) {
        var costs = new int[to.length() + 1];
        for (var j = 0; j < costs.length; j++) {
            costs[j] = j;
        }
        for (var i = 1; i <= from.length(); i++) {
            var diagonal = costs[0];
            costs[0] = i;
            for (var j = 1; j < costs.length; j++) {
                var change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = costs[j];
                costs[j] = Math.min(change, 1 + Math.min(costs[j], costs[j - 1]));
            }
        }
        return costs[to.length()];
    }
}
