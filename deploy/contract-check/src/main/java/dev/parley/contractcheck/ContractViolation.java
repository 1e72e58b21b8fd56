package dev.parley.contractcheck;

import java.util.List;

/** What was seen on the wire is not what the documents promise. */
public final class ContractViolation extends AssertionError {

    ContractViolation(String what, List<String> flaws) {
        super(what + "\n  " + String.join("\n  ", flaws));
    }

    private ContractViolation(ContractViolation found) {
        super(found.getMessage(), found);
    }

    /** One for each throw: what is thrown twice in a {@code try} with resources would suppress itself. */
    ContractViolation again() {
        return new ContractViolation(this);
    }

    static void throwIfAny(String what, List<String> flaws) {
        if (!flaws.isEmpty()) {
            throw new ContractViolation(what, flaws);
        }
    }
}
