package dev.parley.persistence.writer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.UserId;
import dev.parley.persistence.conversation.Outcome.Advanced;
import dev.parley.persistence.conversation.Outcome.NothingToDo;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FateTest {

    @Test
    void isOneForEachCommandWhateverItCameTo() {
        var told = new Advanced(3, Set.of(new UserId("alice")));
        assertThat(Fate.of(List.of(told, new NothingToDo()))).isEqualTo(Fate.STORED);
        assertThat(Fate.of(List.of(new NothingToDo()))).isEqualTo(Fate.DUPLICATE);
        assertThat(Fate.of(List.of())).isEqualTo(Fate.DUPLICATE);
    }
}
