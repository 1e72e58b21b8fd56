package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationIdTest {

    /** From an implementation of its own (SHA-256 of each part behind its length in 32 bits, as a UUID of version 8). */
    @ParameterizedTest
    @CsvSource(textBlock = """
        alice,                          bob,                            884a4521-52d3-8f04-8cc0-51df8f708aff
        a,                              ab,                             7af2c367-5676-86e3-b8b2-9e4754b29d05
        A,                              a,                              41fbec28-a2a5-86a6-9a5a-92771d332cf9
        été,                            zoë,                            e0d01f94-d5ec-80b0-a991-c18951ae3a7b
        用户,                            👋,                             0e5b7301-9385-8482-841b-58f9e449c8b7
        auth0|507f1f77bcf86cd799439011, auth0|507f191e810c19729de860ea, af8b6ef9-b1ed-8f3e-9dd8-75ff2c4d4e2f
        """)
    void namesADirectConversation(String one, String other, String expected) {
        assertThat(ConversationId.direct(new UserId(one), new UserId(other))).hasToString(expected);
        assertThat(ConversationId.direct(new UserId(other), new UserId(one))).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        alice, key-1, 8d2db015-9d3d-8578-8636-93cc56f12006
        alice, key-2, 24e7cd1b-d451-82e1-81ba-0429f9e6635e
        bob,   key-1, 2929c613-1963-8de0-8ce6-4861e680734e
        été,   👋,    3fa33e2d-1f21-813a-a4b3-d9184893a8e1
        """)
    void namesAGroup(String creator, String key, String expected) {
        assertThat(ConversationId.group(new UserId(creator), key)).hasToString(expected);
    }

    @Property(tries = 500)
    @Domain(Generators.class)
    void isTheSameWhicheverOfThemAsks(@ForAll UserId one, @ForAll UserId other) {
        assertThat(ConversationId.direct(one, other)).isEqualTo(ConversationId.direct(other, one));
    }

    @Property(tries = 500)
    @Domain(Generators.class)
    void neverGivesAGroupTheIdOfADirectConversation(@ForAll UserId one, @ForAll UserId other) {
        assertThat(ConversationId.group(one, other.value())).isNotEqualTo(ConversationId.direct(one, other));
    }

    @Test
    void keepsUsersApartWhoseNamesRunTogether() {
        assertThat(ConversationId.direct(new UserId("ab"), new UserId("c")))
                .isNotEqualTo(ConversationId.direct(new UserId("a"), new UserId("bc")));
    }

    @Property(tries = 500)
    @Domain(Generators.class)
    void comesBackFromTextAndBytes(@ForAll ConversationId id) {
        assertThat(ConversationId.parse(id.toString())).isEqualTo(id);
        assertThat(ConversationId.parse(id.toString().toUpperCase(Locale.ROOT))).isEqualTo(id);
        assertThat(ConversationId.ofBytes(id.toBytes())).isEqualTo(id);
        assertThat(id.toBytes().size()).isEqualTo(16);
    }

    @Property(tries = 500)
    @Domain(Generators.class)
    void sortsAsItsBytesDo(@ForAll ConversationId one, @ForAll ConversationId other) {
        var byBytes = Arrays.compareUnsigned(one.toBytes().toByteArray(), other.toBytes().toByteArray());
        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(Integer.signum(byBytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-2-3-4-5", "884a452152d38f048cc051df8f708aff", "884a4521-52d3-8f04-8cc0-51df8f708afg",
            " 884a4521-52d3-8f04-8cc0-51df8f708aff"})
    void takesOnlyTheWholeFormOfAUuid(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ConversationId.parse(text))
                .withMessageStartingWith("conversationId: ");
    }

    @Test
    void takesOnlySixteenBytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> ConversationId.ofBytes(ByteString.copyFromUtf8("short")))
                .withMessage("conversationId: 5 bytes (expected: 16)");
    }
}
