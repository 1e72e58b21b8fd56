package dev.parley.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.WithEngines;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@WithEngines(EngineKind.POSTGRES)
class PostgresFollowingIT extends FollowingContract {

    @Override
    Map<String, String> emptyEngine() {
        return EngineSettings.postgres();
    }

    /** OpenSearch takes all that a decoder lets through. */
    @Test
    void putsAsideWhatTheDatabaseRefusesAndNothingBesideIt() {
        log.append(Events.created(id, alice, bob));
        log.appendAll(List.of(
                Events.stored(id, 1, alice, messageId(), "refusal before"),
                Events.beforeAllTime(id, 2, alice, messageId()),
                Events.stored(id, 3, alice, messageId(), "refusal behind")));

        instance.awaitFound(alice, "refusal", "refusal behind", "refusal before");
        assertThat(awaitDead("PostgreSQL: SQL state 22").partition()).isEqualTo(EventLog.partition(id));
    }
}
