package dev.parley.load.wire;

/** Where a message is sent to: a person, or a conversation that exists. */
public sealed interface Target {

    /** The direct conversation with this user; the first send creates it. */
    record Person(UserId recipient) implements Target {}

    record Room(ConversationId conversation) implements Target {}
}
