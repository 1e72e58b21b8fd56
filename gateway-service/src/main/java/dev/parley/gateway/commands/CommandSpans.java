package dev.parley.gateway.commands;

import dev.parley.contracts.Command;
import dev.parley.tracing.Span;
import dev.parley.tracing.Tracing;
import java.util.function.Consumer;

/** Where the trace of a command begins: with the frame that brings it. It says which message it is about, never what it says. */
record CommandSpans(Tracing tracing) {

    Span begin(String name, Command command) {
        var span = tracing.begin(name, Span.Kind.SERVER);
        if (span.isRecorded()) {
            span.with("conversationId", command.conversationId().toString());
            switch (command.body()) {
                case Command.SendMessage send -> span.with("messageId", send.messageId().toString());
                case Command.EditMessage edit -> span.with("messageId", edit.messageId().toString());
                case Command.DeleteMessage delete -> span.with("messageId", delete.messageId().toString());
                default -> {
                    // It is about no message.
                }
            }
        }
        return span;
    }

    /** It ends once the client has its answer. */
    static Consumer<Outcome> ending(Span span, Consumer<Outcome> answer) {
        return span.isRecorded() ? answer.andThen(outcome -> end(span, outcome)) : answer;
    }

    static void end(Span span, Outcome outcome) {
        switch (outcome) {
            case Outcome.Appended _ -> span.end();
            case Outcome.Failed failed -> span.failed(failed.refusal().code().name());
        }
    }
}
