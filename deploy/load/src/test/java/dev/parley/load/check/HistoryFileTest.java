package dev.parley.load.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.load.check.file.HistoryFile;
import dev.parley.load.check.file.HistoryWriter;
import dev.parley.load.check.Event.Wish;
import dev.parley.load.client.Arrival;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.Target;
import dev.parley.load.wire.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {

    private static final UserId ALICE = new UserId("alice \"the first\"");
    private static final UserId BOB = new UserId("bob");

    @TempDir
    Path folder;

    private static History historyWithAllKindsOfEvents() {
        var histories = new Histories();
        var message = histories.exchange(ALICE, BOB);
        var room = Histories.conversation(ALICE, BOB);
        histories.log(BOB, new Event.Received(room, reply(message.id()), Arrival.REPEATED));
        histories.log(BOB, new Event.Covered(room, 1));
        histories.log(BOB, new Event.Sent(new MessageId(new UUID(1, 2)), new Target.Room(room), -1, message.id()));
        histories.log(BOB, new Event.Refused(new MessageId(new UUID(1, 2)), "CHAT_MESSAGE_EMPTY"));
        logGroupEvents(histories, room, message.id());
        var history = histories.build();
        var stored = new LinkedHashMap<>(history.stored());
        stored.computeIfPresent(room, (id, one) -> new Stored(one.extent(), one.members(), one.messages(),
                List.of(one.steps().getFirst(), new Stored.Step(2, null))));
        return new History(history.devices(), stored);
    }

    private static Kept reply(MessageId to) {
        return new Kept(new MessageId(new UUID(5, 6)), 2, 2, BOB, 4, to);
    }

    private static void logGroupEvents(Histories histories, ConversationId room, MessageId message) {
        var command = new MessageId(new UUID(3, 4));
        for (var event : List.of(new Event.Met(room, 3), new Event.Left(room, 9),
                new Event.GroupChanged(room, 5, List.of(ALICE), List.of(BOB)), new Event.Altering(room, message, 0),
                new Event.Altered(room, message, 17, command, true), new Event.Asked(Wish.ADD, room, ALICE),
                new Event.Granted(Wish.REMOVE, room, BOB), new Event.Interrupted(), new Event.Forgotten())) {
            histories.log(ALICE, event);
        }
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        var history = historyWithAllKindsOfEvents();
        for (var name : List.of("history.jsonl", "history.jsonl.gz")) {
            HistoryWriter.write(history, folder.resolve(name));
            assertThat(HistoryFile.read(folder.resolve(name))).isEqualTo(history);
        }
    }

    @Test
    void refusesWhatIsNoHistory() throws IOException {
        var file = Files.writeString(folder.resolve("other.jsonl"), "{\"from\":\"a\",\"to\":\"b\"}\n");
        assertThatThrownBy(() -> HistoryFile.read(file)).isInstanceOf(IOException.class)
                .hasMessageContaining("kind: missing");
    }
}
