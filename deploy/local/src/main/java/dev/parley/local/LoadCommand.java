package dev.parley.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import dev.parley.local.targets.Target;

/** Hands over to the load module, which knows only the public wire: it is told where the doors of the system are. */
final class LoadCommand {

    private LoadCommand() {}

    static int run(CommandLine line, Home home) throws IOException, InterruptedException {
        // Ends this JVM with its own exit status.
        dev.parley.load.Main.main(words(line, LocalTarget.of(line, home)).toArray(String[]::new));
        return 0;
    }

    static List<String> words(CommandLine line, Target target) throws IOException {
        var words = new ArrayList<String>();
        words.add(line.verb().word());
        var doors = target.requireDoors();
        doors.gateways().forEach(gateway -> words.addAll(List.of("--gateway", gateway.toString())));
        words.addAll(List.of("--rest", doors.rest().toString(), "--search-rest", doors.search().toString()));
        var tokens = target.requireTokens();
        words.addAll(List.of("--secret-file", tokens.secretFile().toString()));
        tokens.claims().forEach((claim, value) -> words.addAll(List.of("--claim", claim + "=" + value)));
        words.addAll(line.arguments());
        return words;
    }
}
