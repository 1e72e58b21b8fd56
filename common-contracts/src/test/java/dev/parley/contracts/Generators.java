package dev.parley.contracts;

import dev.parley.contracts.Command.AddParticipants;
import dev.parley.contracts.Command.CreateDirect;
import dev.parley.contracts.Command.CreateGroup;
import dev.parley.contracts.Command.DeleteMessage;
import dev.parley.contracts.Command.EditMessage;
import dev.parley.contracts.Command.MarkDelivered;
import dev.parley.contracts.Command.MarkRead;
import dev.parley.contracts.Command.RemoveParticipant;
import dev.parley.contracts.Command.RenameConversation;
import dev.parley.contracts.Command.SendMessage;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.domains.DomainContextBase;
import net.jqwik.api.Provide;

/** Any value of each kind. */
final class Generators extends DomainContextBase {

    @Provide
    Arbitrary<UserId> userIds() {
        return Arbitraries.strings()
                .withChars("abcXYZ019-_|@. éß用户")
                .ofMinLength(1)
                .ofMaxLength(40)
                .filter(text -> !text.isBlank())
                .map(UserId::new);
    }

    @Provide
    Arbitrary<UUID> uuids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }

    @Provide
    Arbitrary<ConversationId> conversationIds() {
        return uuids().map(ConversationId::new);
    }

    @Provide
    Arbitrary<MessageId> messageIds() {
        return uuids().map(MessageId::new);
    }

    @Provide
    Arbitrary<Content> contents() {
        return Arbitraries.strings().ofMaxLength(200).filter(text -> Content.flawOf(text) == null).map(Content::new);
    }

    @Provide
    Arbitrary<Command> commands() {
        return Combinators.combine(
                uuids().map(CommandId::new),
                userIds(),
                conversationIds(),
                Arbitraries.longs().between(0, 4_102_444_800_000L).map(Instant::ofEpochMilli),
                Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(36).injectNull(0.3),
                bodies()).as(Command::new);
    }

    private Arbitrary<Command.Body> bodies() {
        var titles = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(40).map(Title::new);
        var seqs = Arbitraries.longs().greaterOrEqual(1);
        var members = userIds().list().ofMaxSize(5);
        return Arbitraries.oneOf(
                Combinators.combine(
                        messageIds(), contents(), userIds().injectNull(0.5), messageIds().injectNull(0.5))
                        .as(SendMessage::new),
                Combinators.combine(messageIds(), contents()).as(EditMessage::new),
                messageIds().map(DeleteMessage::new),
                seqs.map(MarkDelivered::new),
                seqs.map(MarkRead::new),
                userIds().map(CreateDirect::new),
                Combinators.combine(titles, members).as(CreateGroup::new),
                members.map(AddParticipants::new),
                userIds().map(RemoveParticipant::new),
                titles.map(RenameConversation::new));
    }
}
