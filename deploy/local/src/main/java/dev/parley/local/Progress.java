package dev.parley.local;

import java.time.Duration;

/** Is told how a start or a stop goes on. */
interface Progress {

    void ready(Part part, Duration took);

    void stopped(String part, boolean byItself);

    /** Tells nobody. */
    Progress SILENT = new Progress() {

        @Override
        public void ready(Part part, Duration took) {}

        @Override
        public void stopped(String part, boolean byItself) {}
    };
}
