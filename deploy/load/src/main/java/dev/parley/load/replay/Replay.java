package dev.parley.load.replay;

import dev.parley.load.check.Checker;
import dev.parley.load.check.History;
import dev.parley.load.check.HistoryReader;
import dev.parley.load.check.Recorder;
import dev.parley.load.check.Stored;
import dev.parley.load.check.Verdict;
import dev.parley.load.check.file.HistoryWriter;
import dev.parley.load.client.ChatClient;
import dev.parley.load.client.ClientSettings;
import dev.parley.load.client.Fleet;
import dev.parley.load.options.UsageException;
import dev.parley.load.search.ProbeReport;
import dev.parley.load.search.SearchProbe;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.UserId;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One replay from its file to its verdict. */
public final class Replay implements AutoCloseable {

    public static final String USAGE = ReplayOptions.USAGE;

    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration RATE_TICK = Duration.ofMillis(2);
    private static final Duration FOR_THE_REST = Duration.ofSeconds(10);
    private static final int MISSING_SHOWN = 10;

    private final ReplayOptions options;
    private final Display display;
    private final Script script;
    private final Fleet fleet;
    private final Recorder recorder;
    private final Conductor conductor;
    private final Attendance attendance = new Attendance();
    private final Map<UserId, ChatClient> devices = new HashMap<>();
    private Duration cpu = Duration.ZERO;

    private Replay(ReplayOptions options, Display display, Script script) {
        this.options = options;
        this.display = display;
        this.script = script;
        var settings = ClientSettings.defaults();
        var connection = options.connection();
        this.fleet = new Fleet(connection.endpoints(), connection.tokens(), settings, options.load().loops());
        this.recorder = new Recorder(settings.marks());
        this.conductor = new Conductor(script, new Pace(options.load().window(), options.load().rate()), this::send);
    }

    /** Runs the command; its result is the exit code of the process. */
    public static int run(List<String> arguments, PrintStream out) throws InterruptedException {
        var options = ReplayOptions.parse(arguments);
        var display = Display.of(out);
        Script script;
        try {
            script = Script.read(options.file(), options.load().users());
        } catch (IOException e) {
            throw new UsageException(options.file() + ": cannot be read (" + e.getMessage() + ")");
        } catch (CorpusException e) {
            throw new UsageException(options.file() + ", " + e.getMessage());
        }
        try (var replay = new Replay(options, display, script)) {
            return replay.perform();
        }
    }

    private void send(Line line) {
        var device = devices.get(line.from());
        if (device == null) {
            throw new IllegalStateException("no device of " + line.from());
        }
        device.send(line.target(), line.id(), line.content());
    }

    private int perform() throws InterruptedException {
        if (!connect()) {
            return 1;
        }
        var probe = options.probe().map(asked -> SearchProbe.start(fleet, options.connection().search(), asked));
        if (!play()) {
            probe.ifPresent(SearchProbe::close);
            return 1;
        }
        var found = probe.isPresent() ? Optional.of(probe.get().finish()) : Optional.<ProbeReport>empty();
        var outcome = conclude();
        found.ifPresent(report -> report.lines().forEach(display::say));
        return found.map(ProbeReport::isComplete).orElse(true) ? outcome : 1;
    }

    private boolean connect() throws InterruptedException {
        for (var user : script.users()) {
            var listener = new ReplayDevice(user, recorder.device(user, 0), conductor, attendance);
            devices.put(user, fleet.device(user, listener));
        }
        devices.values().forEach(ChatClient::start);
        var progressAt = System.nanoTime();
        for (var here = 0; here < devices.size();) {
            TimeUnit.MILLISECONDS.sleep(TICK.toMillis());
            if (attendance.count() > here) {
                here = attendance.count();
                progressAt = System.nanoTime();
            }
            display.progress("connected", here, devices.size(), reconnects());
            if (isStuck(progressAt)) {
                display.say("failed: " + here + " of " + devices.size() + " users connected and caught up within "
                        + options.timeout().toSeconds() + " s" + refusals());
                return false;
            }
        }
        display.say("connected " + devices.size() + " users, " + conductor.before().stored() + " of " + script.size()
                + " messages are already stored");
        return true;
    }

    private String refusals() {
        var sentAway = attendance.refusals().entrySet().stream().limit(1).map(entry -> ", sent away: " + entry);
        var unreachable = conductor.summary().troubles().unreachable().entrySet().stream().limit(3);
        return Stream.concat(sentAway, unreachable.map(entry -> ", " + entry.getValue() + " times " + entry.getKey()))
                .collect(Collectors.joining());
    }

    private boolean play() throws InterruptedException {
        var before = cpuTime();
        conductor.start();
        var tick = options.load().rate() > 0 ? RATE_TICK : TICK;
        var shownAt = System.nanoTime();
        while (!conductor.isOver()) {
            TimeUnit.MILLISECONDS.sleep(tick.toMillis());
            conductor.fill();
            if (System.nanoTime() - shownAt >= TICK.toNanos()) {
                shownAt = System.nanoTime();
                display.progress("delivered", conductor.completed(), conductor.size(), reconnects());
            }
            if (isStuck(conductor.progressAt())) {
                display.say("failed: no progress for " + options.timeout().toSeconds() + " s; missing:");
                conductor.missing(MISSING_SHOWN).forEach(line -> display.say("  " + line));
                display.say("what is acked and has not been written until now counts as lost below");
                conclude();
                return false;
            }
        }
        cpu = cpuTime().minus(before);
        return true;
    }

    /** What this process has cost so far: it shares the machine with what it measures. */
    private static Duration cpuTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private boolean isStuck(long progressAt) {
        return System.nanoTime() - progressAt > options.timeout().toNanos();
    }

    private String reconnects() {
        var count = conductor.disconnects();
        return count == 0 ? "" : ", " + count + " reconnects";
    }

    /** What is still under way when the last line is through has a little time: marks of another replay, for example. */
    private int conclude() throws InterruptedException {
        display.say("reading the history");
        var deadline = System.nanoTime() + FOR_THE_REST.toNanos();
        var outcome = Outcome.of(recorder, new HistoryReader(fleet.rest()).read(script.users()), conductor);
        while (!outcome.verdict().isClean() && System.nanoTime() - deadline < 0) {
            TimeUnit.MILLISECONDS.sleep(TICK.toMillis());
            outcome = Outcome.of(recorder, new HistoryReader(fleet.rest()).read(script.users()), conductor);
        }
        write(outcome.history());
        var stored = new Report.Stored(conductor.before().stored(), conductor.before().stored() + outcome.added());
        new Report(script, conductor.summary(), stored, cpu, outcome.verdict()).lines().forEach(display::say);
        return outcome.verdict().isClean() ? 0 : 1;
    }

    private record Outcome(History history, Verdict verdict, long added) {

        static Outcome of(Recorder recorder, Map<ConversationId, Stored> stored, Conductor conductor) {
            var history = recorder.history(stored);
            var verdict = Checker.check(history);
            conductor.before().compare(stored, conductor::countAdded, verdict);
            return new Outcome(history, verdict,
                    stored.values().stream().mapToLong(one -> conductor.countAdded(one.ids())).sum());
        }
    }

    private void write(History history) {
        options.history().ifPresent(file -> {
            try {
                HistoryWriter.write(history, file);
            } catch (IOException e) {
                display.say("the history could not be written to " + file + ": " + e.getMessage());
            }
        });
    }

    @Override
    public void close() {
        fleet.close();
    }
}
