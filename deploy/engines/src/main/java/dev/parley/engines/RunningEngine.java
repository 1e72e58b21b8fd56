package dev.parley.engines;

import java.io.IOException;
import java.time.Duration;

import dev.parley.engines.process.Readiness;
import dev.parley.engines.process.RunningProcess;

/** An engine that runs as a child of this JVM, and never outlives it. */
public final class RunningEngine<E extends Engine> implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final E engine;
    private RunningProcess process;

    private RunningEngine(E engine, RunningProcess process) {
        this.engine = engine;
        this.process = process;
    }

    /** Returns once the engine serves. */
    public static <E extends Engine> RunningEngine<E> start(E engine) throws IOException, InterruptedException {
        var running = launch(engine);
        running.awaitReady();
        return running;
    }

    /** Does not wait until the engine serves: nodes of a cluster need one another for that. */
    static <E extends Engine> RunningEngine<E> launch(E engine) throws IOException, InterruptedException {
        engine.prepare();
        return new RunningEngine<>(engine, engine.launch().startChild());
    }

    public void awaitReady() throws IOException, InterruptedException {
        try {
            Readiness.await(engine.launch(), process, engine, START);
        } catch (IOException | InterruptedException failed) {
            process.kill();
            throw failed;
        }
    }

    public E engine() {
        return engine;
    }

    public RunningProcess process() {
        return process;
    }

    /** Starts the engine again, on its data and its ports, after {@link #kill()} or {@link #stop()}. */
    public void restart() throws IOException, InterruptedException {
        if (process.isAlive()) {
            throw new IllegalStateException(engine.launch().name() + ": still running as " + process.pid());
        }
        engine.prepare();
        process = engine.launch().startChild();
        awaitReady();
    }

    /** The hard way, as a crash would. */
    public void kill() throws IOException, InterruptedException {
        process.kill();
    }

    public void pause() throws IOException, InterruptedException {
        process.pause();
    }

    public void resume() throws IOException, InterruptedException {
        process.resume();
    }

    public void stop() throws IOException, InterruptedException {
        process.stop(engine.launch().stopSignal(), STOP);
    }

    /** Stops; an interrupt on the way ends the process the hard way. */
    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (InterruptedException e) {
            ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }
}
