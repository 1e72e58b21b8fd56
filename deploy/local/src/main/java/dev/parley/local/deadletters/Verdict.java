package dev.parley.local.deadletters;

import dev.parley.contracts.Command;
import dev.parley.contracts.CommandCodec;
import dev.parley.contracts.CommandCodec.Decoded;
import dev.parley.contracts.Topics;

/** Whether a replay of a dead letter can help. */
public sealed interface Verdict {

    record Fit(Command command) implements Verdict {}

    /** @param why a sentence for the operator */
    record Unfit(String why) implements Verdict {}

    static Verdict of(DeadLetter letter) {
        return switch (letter.originTopic()) {
            case Topics.COMMANDS -> command(letter);
            case Topics.EVENTS -> new Unfit("an event is still in chat.events, or a newer state of the same thing is; "
                    + "written there again, an old state would outlive the newer one. ./parley reindex reads all of it "
                    + "anew");
            case Topics.NOTIFICATIONS ->
                new Unfit("a notification is about a moment that has passed; its message waits "
                        + "in the history of the one who was to be notified");
            default -> new Unfit("it comes from a topic that this release does not know");
        };
    }

    private static Verdict command(DeadLetter letter) {
        return switch (CommandCodec.decode(letter.value())) {
            case Decoded.Understood(var command) -> new Fit(command);
            case Decoded.UnknownKind(var reason) -> new Unfit(
                    "the writer would stop at it (" + reason + "): it takes a newer release");
            case Decoded.Malformed(var reason, _) -> new Unfit(
                    "it can't be read as a command (" + Fields.printable(reason) + "), and would come back as it is");
        };
    }
}
