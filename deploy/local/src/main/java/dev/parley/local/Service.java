package dev.parley.local;

import java.io.IOException;
import java.util.List;

/** The services of which the stack runs one or more processes. */
enum Service {

    GATEWAY,
    PERSISTENCE;

    /** Where the programs of the services come from. */
    interface Programs {

        /** Makes the program ready to be started. Costs next to nothing when it is. */
        void prepare(Service service) throws IOException, InterruptedException;

        /** The command that starts the service; its settings are added as {@code --key=value}. */
        List<String> command(Service service) throws IOException;
    }
}
