package dev.parley.load.replay;

/** How many lines may be under way at once, and how many may start in a second (0: as many as there is room for). */
final class Pace {

    private final int window;
    private final int rate;
    private long startedAt;
    private long admitted;

    Pace(int window, int rate) {
        this.window = window;
        this.rate = rate;
    }

    int window() {
        return window;
    }

    void start(long now) {
        startedAt = now;
    }

    /** Whether one more may start now; a yes is used up. */
    boolean admits(long now) {
        if (rate > 0 && admitted >= 1 + (now - startedAt) / 1e9 * rate) {
            return false;
        }
        admitted++;
        return true;
    }
}
