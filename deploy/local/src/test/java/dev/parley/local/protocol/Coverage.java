package dev.parley.local.protocol;

import dev.parley.local.protocol.Row.Tried;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Counts the rows whose tests have passed. A test that is not of one kind of socket goes through both. */
final class Coverage implements AfterTestExecutionCallback {

    private static final Set<Tried> PASSED = new LinkedHashSet<>();

    @Override
    public void afterTestExecution(ExtensionContext test) {
        var covers = test.getRequiredTestMethod().getAnnotation(Covers.class);
        if (covers != null && test.getExecutionException().isEmpty()) {
            var wire = test.getRequiredTestInstance() instanceof OnWire on ? on.wire().label() : "";
            for (var row : covers.value()) {
                row.ways().filter(way -> way.wire().isEmpty() || wire.isEmpty() || way.wire().equals(wire))
                        .forEach(PASSED::add);
            }
        }
    }

    static List<Tried> all() {
        return Arrays.stream(Row.values()).flatMap(Row::ways).toList();
    }

    static List<Tried> missing() {
        return all().stream().filter(way -> !PASSED.contains(way)).toList();
    }

    static String summary() {
        return "protocol rows gone through: " + PASSED.size() + " of " + all().size() + " (" + Row.values().length
                + " names, each event on " + Wire.values().length + " kinds of socket)";
    }
}
