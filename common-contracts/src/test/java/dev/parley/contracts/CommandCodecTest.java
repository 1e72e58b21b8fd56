package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import dev.parley.contracts.CommandCodec.Decoded;
import dev.parley.contracts.CommandCodec.Envelope;
import dev.parley.contracts.wire.CreateConversation;
import dev.parley.contracts.wire.SendMessage;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;

class CommandCodecTest {

    private static final Set<Class<?>> KINDS_TRIED = new HashSet<>();

    private static final Envelope ENVELOPE = new Envelope(
            CommandId.parse("0190163d-8694-739b-aea5-966c26f8ad91"),
            new UserId("alice"),
            ConversationId.parse("884a4521-52d3-8f04-8cc0-51df8f708aff"));

    @Property(tries = 2_000)
    @Domain(Generators.class)
    void readsWhatItWrote(@ForAll Command command) {
        KINDS_TRIED.add(command.body().getClass());
        assertThat(CommandCodec.decode(CommandCodec.encode(command))).isEqualTo(new Decoded.Understood(command));
    }

    @AfterContainer
    static void hasTriedEveryKind() {
        assertThat(KINDS_TRIED).containsExactlyInAnyOrder(Command.Body.class.getPermittedSubclasses());
    }

    @Property(tries = 1_000)
    @Domain(DomainContext.Global.class)
    void neverThrowsWhateverTheBytes(@ForAll byte[] bytes) {
        assertThat(CommandCodec.decode(bytes)).isNotNull();
    }

    @Test
    void tellsAKindOfTheFutureFromNoCommand() {
        var future = wire().setUnknownFields(ofTheFuture());
        assertThat(CommandCodec.decode(future.build().toByteArray())).isInstanceOf(Decoded.UnknownKind.class);
        assertThat(CommandCodec.decode(wire().build().toByteArray()))
                .isEqualTo(new Decoded.Malformed("a command without a body", ENVELOPE));
    }

    @Test
    void tellsAConversationOfTheFutureFromNone() {
        var channel = CreateConversation.newBuilder().setUnknownFields(ofTheFuture());
        assertThat(CommandCodec.decode(wire().setCreateConversation(channel).build().toByteArray()))
                .isInstanceOf(Decoded.UnknownKind.class);
    }

    private static UnknownFieldSet ofTheFuture() {
        var body = UnknownFieldSet.Field.newBuilder().addLengthDelimited(ByteString.EMPTY).build();
        return UnknownFieldSet.newBuilder().addField(99, body).build();
    }

    @Test
    void readsAKindItKnowsThatHasGrownAField() {
        var grown = SendMessage.newBuilder()
                .setMessageId(ENVELOPE.id().toBytes())
                .setContent("x")
                .setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(50, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
                        .build());
        assertThat(CommandCodec.decode(wire().setSendMessage(grown).build().toByteArray()))
                .isInstanceOf(Decoded.Understood.class);
    }

    @Test
    void keepsTheEnvelopeOfWhatIsMalformed() {
        var noContent = wire().setSendMessage(SendMessage.newBuilder().setMessageId(ENVELOPE.id().toBytes()));
        assertThat(CommandCodec.decode(noContent.build().toByteArray()))
                .isEqualTo(new Decoded.Malformed("content: BLANK", ENVELOPE));
        var noKind = wire().setCreateConversation(CreateConversation.getDefaultInstance());
        assertThat(CommandCodec.decode(noKind.build().toByteArray()))
                .isEqualTo(new Decoded.Malformed("a conversation of no kind", ENVELOPE));
    }

    @Test
    void hasNoEnvelopeForWhatCanNotBeRead() {
        assertThat(CommandCodec.decode(new byte[]{1, 2, 3}))
                .isInstanceOfSatisfying(Decoded.Malformed.class, bad -> assertThat(bad.envelope()).isNull());
        assertThat(CommandCodec.decode(wire().setUserId("").build().toByteArray()))
                .isInstanceOfSatisfying(Decoded.Malformed.class, bad -> assertThat(bad.envelope()).isNull());
        assertThat(CommandCodec.decode(new byte[0]))
                .isInstanceOfSatisfying(Decoded.Malformed.class, bad -> assertThat(bad.envelope()).isNull());
    }

    private static dev.parley.contracts.wire.Command.Builder wire() {
        return dev.parley.contracts.wire.Command.newBuilder()
                .setCommandId(ENVELOPE.id().toBytes())
                .setUserId(ENVELOPE.userId().value())
                .setConversationId(ENVELOPE.conversationId().toBytes());
    }
}
