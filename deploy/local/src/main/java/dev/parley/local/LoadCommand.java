package dev.parley.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Hands over to the load module, which knows only the public wire: it is told where the stack's doors are. */
final class LoadCommand {

    private LoadCommand() {}

    static int run(CommandLine line, Home home) throws IOException, InterruptedException {
        var at = StackSettings.load(home.run()).addresses();
        home.make();
        Secret.readOrMake(home.jwtSecret());
        var words = new ArrayList<String>();
        words.add(line.verb().word());
        words.addAll(List.of("--gateway", at.socket(1).toString(), "--gateway", at.socket(2).toString(),
                "--rest", at.rest().toString(), "--search-rest", at.searchRest().toString(), "--secret-file",
                home.jwtSecret().toString()));
        words.addAll(line.arguments());
        // Ends this JVM with its own exit status.
        dev.parley.load.Main.main(words.toArray(String[]::new));
        return 0;
    }
}
