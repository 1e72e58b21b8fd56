package dev.parley.load.talk;

import dev.parley.load.wire.UserId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** Where the lines to be sent come from, with the screen that goes with it. */
interface Lines extends AutoCloseable {

    /** The next line; null at the end. */
    @Nullable
    String next() throws IOException;

    Screen screen();

    /** Tells when the user begins and ends to write, where that can be seen. */
    void onTyping(Consumer<Boolean> listener);

    @Override
    void close() throws IOException;

    /** A line editor where there is a terminal that can be drawn on at both ends, plain lines otherwise. */
    static Lines open(UserId self, InputStream in, PrintStream out) throws IOException {
        var console = System.console();
        if (console != null && console.isTerminal()) {
            // By stty: the other providers make the JDK warn of native access.
            var terminal = TerminalBuilder.builder().system(true).provider("exec").dumb(true).build();
            if (TerminalScreen.suits(terminal)) {
                return new EditedLines(terminal, self, ZoneId.systemDefault());
            }
            terminal.close();
        }
        return new Piped(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)),
                new PlainScreen(out, self, ZoneId.systemDefault()));
    }

    /** Lines from a pipe, a file, or a terminal that can do no more. */
    record Piped(BufferedReader reader, Screen screen) implements Lines {

        @Override
        public @Nullable String next() throws IOException {
            return reader.readLine();
        }

        @Override
        public void onTyping(Consumer<Boolean> listener) {
            // Whole lines come in: nobody is seen writing.
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
