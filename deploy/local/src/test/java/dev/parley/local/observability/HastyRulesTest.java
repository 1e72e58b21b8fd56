package dev.parley.local.observability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rules that fire within a test. */
class HastyRulesTest {

    @Test
    void shortensTimesAndNothingElse() {
        assertThat(HastyRules.hasten("increase(a_total[15m]) > 3 * rate(b_total[2m]) > 7 * 24\n    for: 5m\n"))
                .isEqualTo(
                        "increase(a_total[90s]) > 3 * rate(b_total[20s]) > 7 * 24\n    for: 10s\n");
        assertThat(HastyRules.hasten("sum(c_total[1h])\n for: 30s\n")).isEqualTo("sum(c_total[360s])\n for: 2s\n");
    }
}
