package dev.parley.load;

import dev.parley.load.options.Connection;
import dev.parley.load.options.UsageException;
import dev.parley.load.replay.Replay;
import java.util.List;

/** The commands that act as clients. Exit code 0: all is well, 1: something was found or failed, 2: bad usage. */
public final class Main {

    private static final String USAGE = """
        usage: COMMAND [options]

        %s
        options of all commands:
        %s""".formatted(Replay.USAGE, Connection.USAGE);

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) throws InterruptedException {
        if (arguments.isEmpty() || List.of("help", "--help", "-h").contains(arguments.getFirst())) {
            System.out.print(USAGE);
            return arguments.isEmpty() ? 2 : 0;
        }
        var rest = arguments.subList(1, arguments.size());
        try {
            return switch (arguments.getFirst()) {
                case "replay" -> Replay.run(rest, System.out);
                default -> throw new UsageException(arguments.getFirst() + ": unknown (expected: replay)");
            };
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            System.err.println("`help` shows how it is used.");
            return 2;
        }
    }
}
