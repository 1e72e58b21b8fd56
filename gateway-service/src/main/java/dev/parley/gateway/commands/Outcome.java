package dev.parley.gateway.commands;

import dev.parley.contracts.Command;
import dev.parley.gateway.protocol.Refusal;

/** How the way of a command to the log ended. */
public sealed interface Outcome {

    /** It is in the log on all in-sync replicas. */
    record Appended(Command command) implements Outcome {}

    /** It is not known to be in the log; sending it again with the same id is safe. */
    record Failed(Refusal refusal) implements Outcome {}
}
