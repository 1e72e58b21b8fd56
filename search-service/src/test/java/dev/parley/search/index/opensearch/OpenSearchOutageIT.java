package dev.parley.search.index.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.UserId;
import dev.parley.engines.OpenSearchNode;
import dev.parley.engines.RunningEngine;
import dev.parley.search.index.Batch;
import dev.parley.search.index.Change;
import dev.parley.search.index.Chat;
import dev.parley.search.index.IndexUnavailable;
import dev.parley.search.text.TextRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenSearchOutageIT {

    private static final UserId ANN = new UserId("ann");

    @TempDir
    Path folder;

    @Test
    void goesOnWithAllThatWasWrittenOnceAKilledNodeIsBack() throws Exception {
        try (var node = RunningEngine.start(OpenSearchNode.in(folder));
                var openSearch = new OpenSearchUnderTest(node.engine().url(), Duration.ofSeconds(30))) {
            var catalog = openSearch.another();
            var index = catalog.open(catalog.create(new TextRules(TextRules.CURRENT, null)));
            var chat = Chat.named("outage");
            index.apply(batch(2, chat.founder(ANN), chat.says(ANN, "fox")));
            var next = batch(3, chat.says(ANN, "fox again"));

            node.kill();
            assertThatThrownBy(() -> index.apply(next)).isInstanceOf(IndexUnavailable.class);
            assertThatThrownBy(catalog::generations).isInstanceOf(IndexUnavailable.class);
            node.restart();

            assertThat(index.positions()).isEqualTo(Map.of(0, 2L));
            index.apply(next);
            assertThat(index.positions()).isEqualTo(Map.of(0, 3L));
            assertThat(index.size().messages()).isEqualTo(2);
            assertThat(catalog.generations()).hasSize(1);
        }
    }

    private static Batch batch(long position, Change... changes) {
        return new Batch(List.of(changes), Map.of(0, position));
    }
}
