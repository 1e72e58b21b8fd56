package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TitleTest {

    @Test
    void countsCodePoints() {
        assertThat(new Title("🧗".repeat(100)).text()).hasSize(200);
        assertThatIllegalArgumentException().isThrownBy(() -> new Title("🧗".repeat(101)))
                .withMessage("title: 101 code points (expected: 1 to 100)");
    }

    @Test
    void refusesWhatNobodyCouldReadOrStore() {
        for (var text : new String[]{"", " \t", "a\0b", "half \ud83e"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Title(text)).withMessageStartingWith("title: ");
        }
    }

    @Test
    void doesNotPrintItself() {
        assertThat(new Title("secret plans")).hasToString("Title[12 code points]");
    }
}
