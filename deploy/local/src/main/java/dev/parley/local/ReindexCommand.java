package dev.parley.local;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** Has the search index built anew, and follows that until it serves. */
record ReindexCommand(SearchAdmin admin, Wish wish, PrintStream out) {

    private static final Duration POLL = Duration.ofMillis(500);
    /** A step of a progress that is not watched, but written into a file. */
    private static final int PERCENT_STEP = 10;

    private static final int DONE = 0;
    private static final int FAILED = 1;

    /** What is to be done. */
    private enum Wish {
        BUILD,
        STATUS,
        CANCEL
    }

    static ReindexCommand of(CommandLine line, Home home, Terminal terminal) throws IOException, UsageException {
        if (line.has("--status") && line.has("--cancel")) {
            throw new UsageException("--status, --cancel: both given (expected: one of them, or none)");
        }
        var wish = line.has("--status") ? Wish.STATUS : line.has("--cancel") ? Wish.CANCEL : Wish.BUILD;
        var at = StackSettings.load(home.run()).addresses();
        return new ReindexCommand(new SearchAdmin(Addresses.management(at.search())), wish, terminal.out());
    }

    int run() throws IOException, InterruptedException {
        return switch (wish) {
            case STATUS -> status();
            case CANCEL -> cancel();
            case BUILD -> build();
        };
    }

    private int status() throws IOException, InterruptedException {
        var state = admin.state();
        out.println(state.serving() == null ? "Nothing serves yet" : "Serving: " + state.serving().line());
        out.println(state.building() == null ? "Nothing is being built" : "Building: " + state.building().line());
        return DONE;
    }

    private int cancel() throws IOException, InterruptedException {
        var building = admin.state().building();
        if (building == null) {
            out.println("Nothing is being built");
            return DONE;
        }
        admin.cancel();
        out.println("Given up: generation " + building.number());
        return DONE;
    }

    private int build() throws IOException, InterruptedException {
        var begun = admin.start();
        try (var _ = Interruption.onSignal(Thread.currentThread())) {
            return follow(begun);
        }
    }

    /** Until what is being built serves, or is not being built any more; or until nobody wants to see it. */
    private int follow(ReindexState begun) throws IOException, InterruptedException {
        var shown = new Shown(out);
        try {
            var state = begun;
            var number = 0;
            for (var building = state.building(); building != null; building = state.building()) {
                number = building.number();
                shown.show(building);
                Thread.sleep(POLL);
                state = admin.state();
            }
            shown.end();
            return ended(state.serving(), number);
        } catch (InterruptedException ctrlC) {
            shown.end();
            out.println("The search service goes on building: ./parley reindex follows it again, --status tells how far"
                    + " it is, --cancel gives it up");
            return DONE;
        }
    }

    /** @param number of what was seen being built; 0 if it was through before anybody looked */
    private int ended(ReindexState.@Nullable Serving serving, int number) {
        if (serving == null || serving.number() < number) {
            out.println("Not built: generation " + number + " was given up");
            return FAILED;
        }
        out.println("Serving now: " + serving.line());
        return DONE;
    }

    /** One line that is written over where somebody watches; a line now and then where not. */
    private static final class Shown {

        private final PrintStream out;
        private final boolean isWatched = System.console() != null && System.console().isTerminal();
        private boolean isLineOpen;
        private int next;

        Shown(PrintStream out) {
            this.out = out;
        }

        void show(ReindexState.Building building) {
            if (isWatched) {
                out.print("\r\u001b[K" + building.line());
                out.flush();
                isLineOpen = true;
            } else if (building.percent() >= next) {
                out.println(building.line());
                next = (building.percent() / PERCENT_STEP + 1) * PERCENT_STEP;
            }
        }

        /** What is written next is a line of its own. */
        void end() {
            if (isLineOpen) {
                out.println();
                isLineOpen = false;
            }
        }
    }
}
