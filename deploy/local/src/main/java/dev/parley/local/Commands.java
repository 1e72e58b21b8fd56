package dev.parley.local;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Carries out a command line; the result is the exit status: 0 done, 1 failed, 2 not understood. */
record Commands(Terminal terminal, Home usualHome, Service.Programs programs) {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    int run(String... words) {
        try {
            return run(CommandLine.parse(words));
        } catch (UsageException e) {
            terminal.err().println("parley: " + e.getMessage());
            return NOT_UNDERSTOOD;
        } catch (IOException e) {
            terminal.err().println("parley: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private int run(CommandLine line) throws IOException, InterruptedException, UsageException {
        var home = line.data().map(Home::new).orElse(usualHome);
        return switch (line.verb()) {
            case HELP -> help();
            case UP -> UpCommand.of(line, home, programs, terminal).run();
            case DOWN -> new PartCommands(home, programs, terminal).down();
            case STATUS -> status(new PartCommands(home, programs, terminal));
            case KILL -> new PartCommands(home, programs, terminal).kill(line.arguments().getFirst());
            case PAUSE -> new PartCommands(home, programs, terminal).pause(line.arguments().getFirst());
            case START -> new PartCommands(home, programs, terminal).start(line.arguments().getFirst());
            case LOGS -> new LogsCommand(home, terminal).run(line.arguments());
            case TOKEN -> TokenCommand.of(line, home, terminal).run();
            case REINDEX -> ReindexCommand.of(line, home, terminal).run();
            case DLT -> DltCommand.of(line, home, terminal).run();
            case TRACE -> TraceCommand.run(line, home, terminal);
            case TALK, REPLAY, LOAD, CHECK -> LoadCommand.run(line, home);
        };
    }

    private static int status(PartCommands commands) throws IOException, InterruptedException {
        return commands.status() ? DONE : FAILED;
    }

    private int help() {
        var commands = Stream.of(Verb.values())
                .map(verb -> "  " + verb.usage() + "\n      " + verb.purpose())
                .collect(Collectors.joining("\n"));
        terminal.out().println("Usage: ./parley COMMAND [--data DIR]\n\n" + commands + "\n\n"
                + "Options of up:\n" + """
                      --detach          return when the stack is up; ./parley down stops it
                      --fresh           with empty data
                      --no-limits       without limits on rates, for load and replay
                      --set KEY=VALUE   any property of the services
                      --port-base N     is added to every port, so that two stacks live side by side
                    Options of all:
                      --data DIR        the folder of the stack's data, logs and secrets (.parley beside this script)
                    Of token, talk, replay, load, dlt and trace:
                      --target FILE     a system that runs elsewhere, instead of the stack here

                    """.indent(2)
                + "Parts: kafka, postgres, redis, persistence, search, gateway-1, gateway-2; opensearch, "
                + "where --set parley.search.engine=opensearch");
        return DONE;
    }
}
