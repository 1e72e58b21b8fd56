package dev.parley.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import dev.parley.engines.process.Launch;
import dev.parley.engines.process.Readiness;
import dev.parley.engines.process.RunningProcess;
import dev.parley.engines.process.Signal;

/** The processes of a blueprint: started, found again, and ended. */
final class Stack {

    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration STOP = Duration.ofSeconds(15);

    private final Blueprint blueprint;
    private final RunFolder run;
    private final Starter starter;
    private final Progress progress;

    Stack(Blueprint blueprint, Starter starter, Progress progress) {
        this.blueprint = blueprint;
        this.run = new RunFolder(blueprint.home().run());
        this.starter = starter;
        this.progress = progress;
    }

    /** How a part becomes a process: a detached one, or a child. */
    @FunctionalInterface
    interface Starter {

        RunningProcess start(Launch launch) throws IOException;
    }

    /** Starts every part and returns once all are ready. Who calls it stops what a failure has left. */
    void start(List<Rehearsal> rehearsals) throws IOException, InterruptedException {
        startEngines();
        rehearse(rehearsals);
        AllAtOnce.run(blueprint.services(), this::start);
    }

    /** With all in them that services expect to find. */
    void startEngines() throws IOException, InterruptedException {
        blueprint.settings().save(run.folder());
        AllAtOnce.run(blueprint.engines(), this::start);
        blueprint.furnish();
    }

    /** A rehearsal that goes wrong costs later starts some time, and nothing else. */
    private void rehearse(List<Rehearsal> rehearsals) throws InterruptedException {
        var due = rehearsals.stream().filter(Rehearsal::isDue).toList();
        if (!due.isEmpty()) {
            progress.rehearsing();
            try {
                AllAtOnce.run(due, Rehearsal::run);
            } catch (IOException e) {
                progress.notRehearsed(String.valueOf(e.getMessage()));
            }
        }
    }

    /** Starts a part that does not run. */
    void start(Part part) throws IOException, InterruptedException {
        var began = System.nanoTime();
        part.preparation().run();
        rotate(part);
        var launch = part.plan().get();
        var process = starter.start(launch);
        run.record(part.name(), process);
        Readiness.await(launch, process, part.check(), START);
        progress.ready(part, Duration.ofNanos(System.nanoTime() - began));
    }

    /** Lets a held part go on; it may need a moment until it is taken seriously again. */
    void resume(Part part, RunningProcess process) throws IOException, InterruptedException {
        var began = System.nanoTime();
        process.resume();
        Readiness.await(part.plan().get(), process, part.check(), START);
        progress.ready(part, Duration.ofNanos(System.nanoTime() - began));
    }

    /** A log holds one run; that of the run before stays beside it. */
    private void rotate(Part part) throws IOException {
        var log = blueprint.home().log(part.name());
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(part.name() + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Ends all that was started from this data folder: services first, so that they can say good-bye to engines. */
    void stop() throws IOException, InterruptedException {
        var started = run.started();
        AllAtOnce.run(started.stream().filter(this::isService).toList(), this::stop);
        AllAtOnce.run(started.stream().filter(name -> !isService(name)).toList(), this::stop);
    }

    private boolean isService(String name) {
        return blueprint.engines().stream().noneMatch(engine -> engine.name().equals(name));
    }

    /** Ends a part in good order, if it runs. */
    void stop(String name) throws IOException, InterruptedException {
        var process = run.find(name);
        if (process.isPresent()) {
            var byItself = process.get().stop(stopSignal(name), STOP);
            progress.stopped(name, byItself);
        }
        run.forget(name);
    }

    /** PostgreSQL knows three ways to stop; the usual signal is the one that waits for clients. */
    private static Signal stopSignal(String name) {
        return name.equals("postgres")
                ? Signal.INT
                : Signal.TERM;
    }

    Optional<RunningProcess> process(String part) throws IOException {
        return run.find(part);
    }

    boolean anythingStarted() throws IOException {
        return !run.started().isEmpty();
    }

    List<PartStatus> status() throws IOException, InterruptedException {
        return AllAtOnce.call(blueprint.parts().toList(), this::status);
    }

    private PartStatus status(Part part) throws IOException {
        var process = run.find(part.name());
        var pid = process.map(each -> OptionalLong.of(each.pid())).orElse(OptionalLong.empty());
        return new PartStatus(part.name(), pid, part.port(), health(part, process));
    }

    private static Health health(Part part, Optional<RunningProcess> process) {
        if (process.isEmpty()) {
            return new Health.Down();
        }
        if (process.get().isPaused()) {
            return new Health.Paused();
        }
        try {
            part.check().verify();
            return new Health.Healthy();
        } catch (IOException e) {
            return new Health.Failing(String.valueOf(e.getMessage()));
        }
    }
}
