package dev.parley.load.talk;

import dev.parley.load.client.ChatClient;
import dev.parley.load.client.ClientSettings;
import dev.parley.load.client.ClientSettings.MarkPolicy;
import dev.parley.load.client.Fleet;
import dev.parley.load.options.Connection;
import dev.parley.load.options.Options;
import dev.parley.load.options.UsageException;
import dev.parley.load.wire.Content;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.Target;
import dev.parley.load.wire.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** One chat from its command line to its end. */
public final class Talk implements AutoCloseable {

    public static final String USAGE = """
        talk --as USER --to USER [options]
          a chat in the terminal: lines are sent, ✓ is sent, ✓✓ delivered, ✓✓ read; Ctrl-D ends it
        """;

    private static final Duration FOR_ANSWERS = Duration.ofSeconds(15);
    private static final Duration FOR_RECEIPTS = Duration.ofSeconds(1);

    private final UserId other;
    private final Fleet fleet;
    private final ChatClient device;
    private final Exchange exchange;

    private Talk(Connection connection, UserId self, UserId other, Screen screen) {
        this.other = other;
        this.fleet = new Fleet(connection.endpoints(), connection.tokens(),
                ClientSettings.defaults().withMarks(MarkPolicy.DELIVERED), 1);
        var late = new AtomicReference<ChatClient>();
        this.exchange = new Exchange(self, other, screen, (conversation, seq) -> {
            var reader = late.get();
            if (reader != null) {
                reader.read(conversation, seq);
            }
        });
        // The two ends of a talk try different gateways first, so that it crosses the whole system.
        this.device = fleet.device(self, exchange, self.value().compareTo(other.value()) < 0 ? 0 : 1);
        late.set(device);
    }

    /** Runs the command; its result is the exit code of the process. */
    public static int run(List<String> arguments, InputStream in, PrintStream out)
            throws IOException, InterruptedException {
        var known = new HashSet<>(Set.of("as", "to"));
        known.addAll(Connection.OPTIONS);
        var options = Options.parse(arguments, known);
        if (!options.words().isEmpty()) {
            throw new UsageException("talk: " + options.words().getFirst() + " (expected: only options)");
        }
        var self = user(options, "as");
        var other = user(options, "to");
        if (self.equals(other)) {
            throw new UsageException("--to: " + other + " (expected: someone else than --as)");
        }
        try (var lines = Lines.open(self, in, out);
                var talk = new Talk(Connection.of(options), self, other, lines.screen())) {
            return talk.hold(lines);
        }
    }

    private static UserId user(Options options, String name) {
        try {
            return new UserId(options.required(name));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--" + name + ": " + e.getMessage());
        }
    }

    private int hold(Lines lines) throws IOException, InterruptedException {
        device.start();
        lines.onTyping(started -> {
            var conversation = exchange.conversation();
            if (conversation != null) {
                device.typing(conversation, started);
            }
        });
        // What is piped in waits for the history: it would be shown before it otherwise.
        await(FOR_ANSWERS, exchange::hasCaughtUp);
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                say(new Content(line));
            }
        }
        var answered = await(FOR_ANSWERS, exchange::isAllAnswered);
        await(FOR_RECEIPTS, exchange::isAllAtItsEnd);
        device.stop();
        return answered ? 0 : 1;
    }

    private void say(Content content) {
        var id = new MessageId(UUID.randomUUID());
        exchange.saying(id, content);
        device.send(new Target.Person(other), id, content);
    }

    private static boolean await(Duration patience, BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return true;
    }

    @Override
    public void close() {
        fleet.close();
    }
}
