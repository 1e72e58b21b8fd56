package dev.parley.load.check;

import java.util.List;

/** Holds a history against everything that the project promises. The history must be quiet: nothing is under way any more. */
public final class Checker {

    private static final List<Rule> RULES = List.of(new Keeping(), new Uniqueness(), new Density(), new Order(),
            new Integrity(), new Privacy(), new Delivery(), new Receipts());

    private Checker() {}

    public static Verdict check(History history) {
        var evidence = new Evidence(history);
        var verdict = new Verdict();
        RULES.forEach(rule -> rule.check(evidence, verdict));
        return verdict;
    }
}
