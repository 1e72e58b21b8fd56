package dev.parley.local;

import java.util.ArrayList;

import dev.parley.engines.FreePort;

/** Looks at every port before anything is started. */
final class PortCheck {

    private PortCheck() {}

    static void requireFree(Blueprint blueprint) throws CommandFailedException {
        var taken = new ArrayList<String>();
        blueprint.parts().forEach(part -> part.ports().stream().filter(port -> !FreePort.isFree(port)).forEach(
                port -> taken
                        .add("port " + port + " of " + part.name() + " is taken by " + PortHolder.describe(port))));
        if (!taken.isEmpty()) {
            throw new CommandFailedException(
                    String.join("\n        ", taken) + "\n        (--port-base N moves all ports of the stack by N)");
        }
    }
}
