package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "alice", "auth0|507f", "Zoë Müller", "用户", "👋", "a@b.c", "\"quoted\"", "{brace}"})
    void takesWhatPrints(String text) {
        assertThat(new UserId(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "a\nb", "a\u0000", "\u200b", "a\u202eb", "\ud800", "a\u2028",
            "\ue000\uffff"})
    void refusesWhatDoesNot(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new UserId(text)).withMessageStartingWith("userId: ");
    }

    @Test
    void countsCodePoints() {
        assertThat(new UserId("👋".repeat(128)).value()).hasSize(256);
        assertThatIllegalArgumentException().isThrownBy(() -> new UserId("x".repeat(129)))
                .withMessage("userId: 129 code points (expected: 1 to 128)");
    }
}
