package dev.parley.local;

import java.io.IOException;
import java.time.Clock;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.local.trace.Question;
import dev.parley.local.trace.Trace;

/** Tells what became of a message. */
final class TraceCommand {

    private static final int DONE = 0;
    private static final int FAILED = 1;

    private TraceCommand() {}

    static int run(CommandLine line, Home home, Terminal terminal)
            throws IOException, InterruptedException, UsageException {
        var question = question(line);
        return Trace.print(LocalTarget.of(line, home), question, terminal.out()) ? DONE : FAILED;
    }

    static Question question(CommandLine line) throws UsageException {
        try {
            return new Question(MessageId.parse(line.arguments().getFirst()),
                    line.last("--conversation").map(ConversationId::parse),
                    TokenCommand.duration("--window", line.last("--window").orElse("10m")), line.has("--content"),
                    Clock.systemUTC().instant());
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
