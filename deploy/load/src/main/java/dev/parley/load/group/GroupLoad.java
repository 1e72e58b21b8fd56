package dev.parley.load.group;

import dev.parley.load.check.Checker;
import dev.parley.load.check.DeviceRecorder;
import dev.parley.load.check.Event.Wish;
import dev.parley.load.check.HistoryReader;
import dev.parley.load.check.Recorder;
import dev.parley.load.check.Verdict;
import dev.parley.load.client.ChatClient;
import dev.parley.load.client.ClientSettings;
import dev.parley.load.client.Fleet;
import dev.parley.load.client.Groups;
import dev.parley.load.search.ProbeReport;
import dev.parley.load.search.SearchProbe;
import dev.parley.load.wire.Content;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.Target;
import dev.parley.load.wire.UserId;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One run with groups, from the first connection to the verdict. */
public final class GroupLoad implements AutoCloseable {

    public static final String USAGE = GroupLoadOptions.USAGE;

    private static final Duration TICK = Duration.ofMillis(20);
    private static final int FINDINGS_SHOWN = 20;

    private final GroupLoadOptions options;
    private final PrintStream out;
    private final Fleet fleet;
    private final Recorder recorder;
    private final Deliveries deliveries = new Deliveries();
    private final List<Member> members = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private record Member(UserId user, ChatClient client, GroupDevice device, DeviceRecorder recorder) {}

    private record Group(ConversationId id, List<Member> members) {}

    private GroupLoad(GroupLoadOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
        var settings = ClientSettings.defaults();
        this.fleet = new Fleet(options.connection().endpoints(), options.connection().tokens(), settings, 1);
        this.recorder = new Recorder(settings.marks());
    }

    /** Runs the command; its result is the exit code of the process. */
    public static int run(List<String> arguments, PrintStream out) throws InterruptedException {
        try (var load = new GroupLoad(GroupLoadOptions.parse(arguments), out)) {
            return load.perform();
        }
    }

    private int perform() throws InterruptedException {
        var size = options.size();
        for (var number = 0; number < size.groups() * size.members(); number++) {
            members.add(join(new UserId("member-" + run + "-" + number)));
        }
        if (!all(members.stream().map(member -> member.device().caughtUp()).toList())) {
            return failed("not everyone has connected and caught up");
        }
        for (var number = 0; number < size.groups(); number++) {
            groups.add(found(members.subList(number * size.members(), (number + 1) * size.members())));
        }
        if (!all(members.stream().map(member -> member.device().inGroup()).toList())) {
            return failed("not everyone has heard of the group");
        }
        say("%,d groups of %,d members, all connected", size.groups(), size.members());
        var probe = options.probe().map(asked -> SearchProbe.start(fleet, options.connection().search(), asked));
        var began = System.nanoTime();
        speak(began);
        var complete = awaitCopies();
        if (!complete) {
            say("failed: no progress for %,d s", options.timeout().toSeconds());
        }
        var found = probe.isPresent() ? Optional.of(probe.get().finish()) : Optional.<ProbeReport>empty();
        report(began);
        found.ifPresent(report -> report.lines().forEach(out::println));
        return isClean() && complete && found.map(ProbeReport::isComplete).orElse(true) ? 0 : 1;
    }

    private Member join(UserId user) {
        var log = recorder.device(user, 0);
        var device = new GroupDevice(log, deliveries);
        var client = fleet.device(user, device);
        client.start();
        return new Member(user, client, device, log);
    }

    private Group found(List<Member> everyone) {
        var owner = everyone.getFirst();
        var others = everyone.stream().skip(1).map(Member::user).toList();
        var group = new Groups(fleet.rest(), owner.user()).create("Load " + run, others, UUID.randomUUID()).join().id();
        for (var member : everyone) {
            owner.recorder().asked(Wish.FOUND, group, member.user());
            owner.recorder().granted(Wish.FOUND, group, member.user());
        }
        return new Group(group, everyone);
    }

    private boolean all(List<CountDownLatch> latches) throws InterruptedException {
        var deadline = System.nanoTime() + options.timeout().toNanos();
        for (var latch : latches) {
            if (!latch.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        return true;
    }

    /** Open loop: what is due by the clock is sent, however far behind the answers are. */
    private void speak(long began) throws InterruptedException {
        var total = options.pace().rate() * options.pace().time().toSeconds();
        for (var sent = 0L; sent < total;) {
            var due = (System.nanoTime() - began) * options.pace().rate() / 1_000_000_000L;
            for (; sent < Math.min(total, due); sent++) {
                send((int) sent);
            }
            TimeUnit.MILLISECONDS.sleep(TICK.toMillis() / 4);
        }
    }

    private void send(int number) {
        var group = groups.get(number % groups.size());
        var sender = group.members().get(number / groups.size() % options.size().senders());
        var id = new MessageId(UUID.randomUUID());
        deliveries.sent(id);
        sender.client().send(new Target.Room(group.id()), id,
                new Content("message " + number + " of a group under load"));
    }

    private boolean awaitCopies() throws InterruptedException {
        var expected = (long) deliveries.messages() * (options.size().members() - 1);
        var progressAt = System.nanoTime();
        for (var copies = 0L; copies < expected;) {
            TimeUnit.MILLISECONDS.sleep(TICK.toMillis());
            if (deliveries.copies() > copies) {
                copies = deliveries.copies();
                progressAt = System.nanoTime();
            } else if (System.nanoTime() - progressAt > options.timeout().toNanos()) {
                return false;
            }
        }
        return true;
    }

    private void report(long began) {
        var seconds = Math.max(1e-9, (deliveries.lastAt() - began) / 1e9);
        var latency = deliveries.latency();
        say("sent %,d messages in %d s, %,d deliveries, %,.0f deliveries/s", deliveries.messages(),
                options.pace().time().toSeconds(), deliveries.copies(), deliveries.copies() / seconds);
        say("sent to delivered   p50 %,.1f ms   p95 %,.1f ms   p99 %,.1f ms   max %,.1f ms",
                latency.getValueAtPercentile(50) / 1e3, latency.getValueAtPercentile(95) / 1e3,
                latency.getValueAtPercentile(99) / 1e3, latency.getMaxValue() / 1e3);
        var cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        say("CPU of this driver %.1f s", cpu.toMillis() / 1e3);
    }

    private boolean isClean() throws InterruptedException {
        var verdict = settle();
        say("checked: %s", verdict.summary());
        verdict.findings().stream().limit(FINDINGS_SHOWN).forEach(finding -> say("  %s", finding));
        return verdict.isClean();
    }

    /** The last marks have some time to come to rest. */
    private Verdict settle() throws InterruptedException {
        var users = members.stream().map(Member::user).toList();
        var deadline = System.nanoTime() + options.timeout().toNanos();
        while (true) {
            var verdict = Checker.check(recorder.history(new HistoryReader(fleet.rest()).read(users)));
            if (verdict.isClean() || System.nanoTime() - deadline > 0) {
                return verdict;
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private int failed(String why) {
        say("failed: %s within %,d s", why, options.timeout().toSeconds());
        return 1;
    }

    private void say(String pattern, Object... values) {
        out.println(String.format(Locale.ROOT, pattern, values));
    }

    @Override
    public void close() {
        fleet.close();
    }
}
