package dev.parley.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

/** The same step for several things side by side. The first failure interrupts the others. */
final class AllAtOnce {

    private AllAtOnce() {}

    /** A step that takes its time. */
    @FunctionalInterface
    interface Step<T> {

        void run(T each) throws IOException, InterruptedException;
    }

    /** A question that takes its time. */
    @FunctionalInterface
    interface Question<T, R> {

        R ask(T each) throws IOException, InterruptedException;
    }

    static <T> void run(List<T> things, Step<T> step) throws IOException, InterruptedException {
        call(things, each -> {
            step.run(each);
            return true;
        });
    }

    /** The answers, in the order of the things. */
    static <T, R> List<R> call(List<T> things, Question<T, R> question) throws IOException, InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var inOrderOfEnd = new ExecutorCompletionService<R>(executor);
            var answers = new ArrayList<Future<R>>();
            things.forEach(each -> answers.add(inOrderOfEnd.submit(() -> question.ask(each))));
            try {
                for (var i = 0; i < answers.size(); i++) {
                    inOrderOfEnd.take().get();
                }
            } catch (ExecutionException e) {
                executor.shutdownNow();
                throw rethrown(e.getCause());
            } catch (InterruptedException e) {
                executor.shutdownNow();
                throw e;
            }
            return answers.stream().map(Future::resultNow).toList();
        }
    }

    private static IOException rethrown(@Nullable Throwable cause) {
        return switch (cause) {
            case IOException failure -> failure;
            case RuntimeException failure -> throw failure;
            case null, default -> new IOException("a step failed: " + cause, cause);
        };
    }
}
