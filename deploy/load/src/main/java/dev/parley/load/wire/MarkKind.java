package dev.parley.load.wire;

/** The two marks that a member moves forward in a conversation. */
public enum MarkKind {
    DELIVERED("message:delivered"),
    READ("message:read");

    private final String event;

    MarkKind(String event) {
        this.event = event;
    }

    String event() {
        return event;
    }
}
