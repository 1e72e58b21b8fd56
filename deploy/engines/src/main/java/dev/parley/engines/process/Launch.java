package dev.parley.engines.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that is needed to start a process, now or again from another JVM.
 *
 * @param environment what is added to the environment of the starter; may hold secrets, so it is never printed
 * @param folder      the working directory, made if missing
 * @param log         where standard output and error are appended
 * @param stopSignal  what makes the process end in good order
 */
public record Launch(String name, List<String> command, Map<String, String> environment, Path folder, Path log,
        Signal stopSignal) {

    public Launch {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("command of " + name + ": empty (expected: a program)");
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** The same, with its output elsewhere. */
    public Launch loggingTo(Path otherLog) {
        return new Launch(name, command, environment, folder, otherLog, stopSignal);
    }

    /** Starts the process as a child that is killed when this JVM ends, in whichever way. */
    public RunningProcess startChild() throws IOException {
        var running = start(command);
        Children.adopt(running);
        return running;
    }

    /** Starts the process in a session of its own: neither the end of this JVM nor of its terminal touches it. */
    public RunningProcess startDetached() throws IOException {
        return start(inNewSession(command));
    }

    private RunningProcess start(List<String> line) throws IOException {
        Files.createDirectories(folder);
        Files.createDirectories(log.toAbsolutePath().getParent());
        var builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return RunningProcess.of(builder.start().toHandle());
    }

    /** Both ways end in an exec, so the pid of the wrapper becomes that of the program. */
    private static List<String> inNewSession(List<String> command) {
        var line = new ArrayList<String>();
        if (System.getProperty("os.name").startsWith("Mac")) {
            line.addAll(
                    List.of("perl", "-MPOSIX=setsid", "-e", "setsid; exec { $ARGV[0] } @ARGV or die \"$ARGV[0]: $!\""));
        } else {
            line.add("setsid");
        }
        line.addAll(command);
        return line;
    }

    @Override
    public String toString() {
        return "Launch[" + name + ", command=" + command + ", environment=" + new TreeMap<>(environment).keySet() + "]";
    }
}
