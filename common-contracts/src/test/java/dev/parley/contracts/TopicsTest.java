package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
        00000000-0000-8000-8000-000000000000, 0, 0, 0
        ffffffff-ffff-8fff-bfff-ffffffffffff, 3, 3, 63
        80000000-0000-8000-8000-000000000000, 0, 8, 32
        884a4521-52d3-8f04-8cc0-51df8f708aff, 1, 9, 33
        7af2c367-5676-86e3-b8b2-9e4754b29d05, 3, 11, 71
        0190163d-8694-739b-aea5-966c26f8ad91, 1, 9, 93
        """)
    void placesAConversation(String id, int ofFour, int ofTwelve, int ofNinetySix) {
        var conversationId = ConversationId.parse(id);
        assertThat(Topics.partition(conversationId, 1)).isZero();
        assertThat(Topics.partition(conversationId, 4)).isEqualTo(ofFour);
        assertThat(Topics.partition(conversationId, 12)).isEqualTo(ofTwelve);
        assertThat(Topics.partition(conversationId, 96)).isEqualTo(ofNinetySix);
    }

    @Property(tries = 500)
    @Domain(Generators.class)
    @Domain(DomainContext.Global.class)
    void staysWithinTheCount(@ForAll ConversationId id, @ForAll @IntRange(min = 1, max = 10_000) int partitions) {
        assertThat(Topics.partition(id, partitions)).isBetween(0, partitions - 1);
    }

    @Test
    void needsAPartition() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Topics.partition(ConversationId.parse("00000000-0000-8000-8000-000000000000"), 0))
                .withMessage("partitions: 0 (expected: 1 or more)");
    }

    @Test
    void namesTheTopicsOfDeadLetters() {
        assertThat(Topics.deadLettersOf(Topics.COMMANDS)).isEqualTo("chat.commands.dlt");
    }
}
