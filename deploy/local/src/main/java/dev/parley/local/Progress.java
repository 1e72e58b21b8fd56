package dev.parley.local;

import java.time.Duration;

/** Is told how a start or a stop goes on. */
interface Progress {

    void ready(Part part, Duration took);

    void stopped(String part, boolean byItself);

    /** The services are made to start quickly from now on. */
    void rehearsing();

    void notRehearsed(String reason);

    /** Tells nobody. */
    Progress SILENT = new Progress() {

        @Override
        public void ready(Part part, Duration took) {}

        @Override
        public void stopped(String part, boolean byItself) {}

        @Override
        public void rehearsing() {}

        @Override
        public void notRehearsed(String reason) {}
    };
}
