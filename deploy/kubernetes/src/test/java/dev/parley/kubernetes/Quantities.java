package dev.parley.kubernetes;

import java.util.Map;
import java.util.regex.Pattern;

/** Numbers as Kubernetes writes them: cores as {@code 250m}, bytes as {@code 512Mi}, counts as {@code 8k}. */
final class Quantities {

    private static final Pattern QUANTITY = Pattern.compile("(\\d+(?:\\.\\d+)?)(m|k|[KMGT]i|)");
    private static final Map<String, Double> UNITS = Map.of("", 1.0, "m", 0.001, "k", 1e3, "Ki", 0x1p10, "Mi", 0x1p20,
            "Gi",
            0x1p30,
            "Ti", 0x1p40);

    private Quantities() {}

    static double of(String text) {
        var parts = QUANTITY.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text + " (expected: a number with m, k, Ki, Mi, Gi or Ti)");
        }
        return Double.parseDouble(parts.group(1)) * UNITS.getOrDefault(parts.group(2), 0.0);
    }
}
