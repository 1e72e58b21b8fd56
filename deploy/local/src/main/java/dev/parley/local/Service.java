package dev.parley.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The services of which the stack runs one or more processes. */
public enum Service {

    GATEWAY,
    PERSISTENCE,
    SEARCH;

    /** As it is written in names of parts, modules and folders. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the programs of the services come from. */
    public interface Programs {

        /** Makes the program ready to be started. Costs next to nothing when it is. */
        void prepare(Service service) throws IOException, InterruptedException;

        /** The command that starts the service; its settings are added as {@code --key=value}. */
        List<String> command(Service service) throws IOException;

        /** What the program can be told. */
        SettingNames settings(Service service) throws IOException;

        /** Where the program keeps what makes its starts quick; empty if it can't. */
        Optional<Path> cache(Service service) throws IOException;
    }
}
