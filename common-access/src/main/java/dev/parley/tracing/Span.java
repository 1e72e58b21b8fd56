package dev.parley.tracing;

/** A piece of work with a beginning and an end, in the trace of what it is done for. Never holds what a message says. */
public interface Span {

    /** Of what is not followed. */
    Span NONE = new Unrecorded();

    /** Which side of a hand-over it is. */
    enum Kind {
        INTERNAL,
        SERVER,
        CLIENT,
        PRODUCER,
        CONSUMER
    }

    boolean isRecorded();

    /** What carries the trace on, as W3C writes it; empty where nothing is followed. */
    String traceparent();

    /** A part of this work. */
    Span child(String name, Kind kind);

    Span with(String attribute, String value);

    /** Work of another trace that this is a part of as well. */
    Span joined(Span other);

    void failed(String reason);

    void end();
}
