package dev.parley.engines.process;

/** The signals that processes of the stack are sent. */
public enum Signal {
    TERM,
    INT,
    KILL,
    STOP,
    CONT
}
