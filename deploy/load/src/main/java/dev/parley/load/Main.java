package dev.parley.load;

import dev.parley.load.check.file.CheckCommand;
import dev.parley.load.group.GroupLoad;
import dev.parley.load.options.Connection;
import dev.parley.load.options.UsageException;
import dev.parley.load.replay.Replay;
import dev.parley.load.talk.Talk;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The commands that act as clients. Exit code 0: all is well, 1: something was found or failed, 2: bad usage. */
public final class Main {

    private static final String USAGE = """
        usage: COMMAND [options]

        %s
        %s
        %s
        %s
        options of all commands:
        %s""".formatted(Replay.USAGE, Talk.USAGE, GroupLoad.USAGE, CheckCommand.USAGE, Connection.USAGE);

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        // Whatever the locale says: ticks are not ASCII.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out));
    }

    private static int run(List<String> arguments, PrintStream out) throws InterruptedException {
        if (arguments.isEmpty() || List.of("help", "--help", "-h").contains(arguments.getFirst())) {
            out.print(USAGE);
            return arguments.isEmpty() ? 2 : 0;
        }
        var rest = arguments.subList(1, arguments.size());
        try {
            return switch (arguments.getFirst()) {
                case "replay" -> Replay.run(rest, out);
                case "talk" -> Talk.run(rest, System.in, out);
                case "load" -> GroupLoad.run(rest, out);
                case "check" -> CheckCommand.run(rest, out);
                default ->
                    throw new UsageException(
                            arguments.getFirst() + ": unknown (expected: replay, talk, load or check)");
            };
        } catch (IOException e) {
            System.err.println("failed: " + e.getMessage());
            return 1;
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            System.err.println("`help` shows how it is used.");
            return 2;
        }
    }
}
