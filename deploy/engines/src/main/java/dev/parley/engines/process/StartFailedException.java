package dev.parley.engines.process;

import java.io.IOException;
import java.nio.file.Path;

/** A process that did not come up; the message carries the reason, the end of its log, and where the rest is. */
public class StartFailedException extends IOException {

    private final String part;
    private final String reason;
    private final Path log;

    StartFailedException(Launch launch, String reason, Throwable cause) {
        super(launch.name() + ": " + reason + "\n" + LogTail.of(launch.log(), 15).indent(4) + "log: " + launch.log(),
                cause);
        this.part = launch.name();
        this.reason = reason;
        this.log = launch.log();
    }

    public String part() {
        return part;
    }

    public String reason() {
        return reason;
    }

    public Path log() {
        return log;
    }
}
