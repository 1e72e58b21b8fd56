package dev.parley.load.check;

import dev.parley.load.check.Finding.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the checker found: all of it counted, the first of each kind in full. */
public final class Verdict {

    private static final int KEPT_OF_A_KIND = 100;

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final List<Finding> findings = new ArrayList<>();

    public void add(Finding finding) {
        if (counts.merge(finding.kind(), 1, Integer::sum) <= KEPT_OF_A_KIND) {
            findings.add(finding);
        }
    }

    public boolean isClean() {
        return counts.isEmpty();
    }

    public int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** At most a hundred of each kind. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** In one line: {@code nothing lost, twice or out of order}, or how many of what. */
    public String summary() {
        return isClean()
                ? "nothing lost, nothing twice, nothing out of order"
                : counts.entrySet()
                        .stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    /** For assertions: the summary and the first findings, a line each. */
    @Override
    public String toString() {
        return summary() + findings.stream().limit(20).map(finding -> "\n  " + finding).collect(Collectors.joining());
    }
}
