package dev.parley.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What {@code ./parley} starts. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var terminal = new Terminal(System.in, out, System.err);
        var installation = Installation.find();
        var status = new Commands(terminal, installation.home(), installation).run(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }
}
