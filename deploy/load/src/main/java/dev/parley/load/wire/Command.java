package dev.parley.load.wire;

import org.jspecify.annotations.Nullable;

/** What a device says about a message, and keeps until there is an answer. */
public sealed interface Command {

    /** What goes to the same target goes in the order said. */
    Target target();

    MessageId message();

    record Send(Target target, MessageId message, Content content, @Nullable MessageId replyTo) implements Command {}

    record Edit(Target.Room target, MessageId message, Content content) implements Command {}

    record Delete(Target.Room target, MessageId message) implements Command {}
}
