package dev.parley.load.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.load.client.Arrival;
import dev.parley.load.wire.Content;
import dev.parley.load.wire.Conversation;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.Member;
import dev.parley.load.wire.Message;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.UserId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    private static final UserId ALICE = new UserId("alice");
    private static final UserId BOB = new UserId("bob");
    private static final ConversationId ROOM = new ConversationId(new UUID(0, 1));
    private static final MessageId MESSAGE = new MessageId(new UUID(0, 2));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Exchange exchange = new Exchange(ALICE, BOB,
            new PlainScreen(new PrintStream(out, true, StandardCharsets.UTF_8), ALICE, ZoneOffset.UTC),
            (conversation, seq) -> {});

    @BeforeEach
    void meet() {
        exchange.met(new Conversation(ROOM, Conversation.Kind.DIRECT, 0, 1, 0, 0,
                List.of(new Member(ALICE, 0, 0, 0), new Member(BOB, 0, 0, 0))));
    }

    private void receive(long changedSeq, @Nullable String text) {
        exchange.received(
                new Message(ROOM, 1, changedSeq, MESSAGE, BOB, text == null ? null : new Content(text), null, null),
                Arrival.LIVE);
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
    }

    @Test
    void showsEditsAndDeletionsAsTheyCome() {
        exchange.synced();
        receive(1, "cofee");
        receive(2, "coffee");
        receive(3, null);
        assertThat(lines()).containsExactly("bob: cofee", "bob: coffee (edited)", "bob: (deleted)");
    }

    @Test
    void showsWhatWasMissedAsItIsNow() {
        receive(1, "cofee");
        receive(2, "coffee");
        exchange.synced();
        assertThat(lines()).containsExactly("bob: coffee (edited)");
    }

    @Test
    void showsWhenTheOtherIsTyping() {
        exchange.typing(ROOM, BOB, true);
        exchange.typing(ROOM, ALICE, true);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("# typing" + System.lineSeparator());
    }
}
