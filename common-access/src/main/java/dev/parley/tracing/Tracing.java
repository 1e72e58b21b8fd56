package dev.parley.tracing;

import java.util.Collection;

/** Begins spans. */
public interface Tracing {

    /** The name under which a context travels with records of the log. */
    String HEADER = "traceparent";

    Tracing OFF = new Off();

    /** Whether it is worth looking for contexts at all. */
    boolean isOn();

    /** A trace of its own, if it is drawn. */
    Span begin(String name, Span.Kind kind);

    /**
     * Goes on with what was begun elsewhere in this system.
     *
     * @param traceparent from a record or a mailbox; empty where there was none
     */
    Span resume(String name, Span.Kind kind, String traceparent);

    /** A trace of its own that names those it works for; none if it works for none. */
    Span join(String name, Collection<String> traceparents);

    /** What this thread is at work on, by a REST call. */
    Span current();

    /** Nothing is followed. */
    final class Off implements Tracing {

        private Off() {}

        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public Span begin(String name, Span.Kind kind) {
            return Span.NONE;
        }

        @Override
        public Span resume(String name, Span.Kind kind, String traceparent) {
            return Span.NONE;
        }

        @Override
        public Span join(String name, Collection<String> traceparents) {
            return Span.NONE;
        }

        @Override
        public Span current() {
            return Span.NONE;
        }
    }
}
