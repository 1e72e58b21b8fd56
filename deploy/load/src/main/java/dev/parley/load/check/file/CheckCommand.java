package dev.parley.load.check.file;

import dev.parley.load.check.Checker;
import dev.parley.load.options.Connection;
import dev.parley.load.options.Options;
import dev.parley.load.options.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Checks a history that was written before. */
public final class CheckCommand {

    public static final String USAGE = """
        check FILE[.gz]
          proves or refutes a history that `replay --history` wrote
        """;

    private CheckCommand() {}

    /** Runs the command; its result is the exit code of the process. */
    public static int run(List<String> arguments, PrintStream out) {
        // A caller that knows the stack adds its addresses to every command: they are not needed here, and do no harm.
        var options = Options.parse(arguments, Connection.OPTIONS);
        if (options.words().size() != 1) {
            throw new UsageException("check: " + options.words().size() + " files (expected: one)");
        }
        try {
            var history = HistoryFile.read(Path.of(options.words().getFirst()));
            var verdict = Checker.check(history);
            out.println(history.devices().size() + " devices, " + history.stored().size() + " conversations");
            out.println("checked: " + verdict.summary());
            verdict.findings().forEach(finding -> out.println("  " + finding));
            return verdict.isClean() ? 0 : 1;
        } catch (IOException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
