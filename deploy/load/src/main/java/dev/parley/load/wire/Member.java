package dev.parley.load.wire;

/** A participant of a direct conversation with the marks it has reached. */
public record Member(UserId user, long deliveredSeq, long readSeq) {

    public long mark(MarkKind kind) {
        return switch (kind) {
            case DELIVERED -> deliveredSeq;
            case READ -> readSeq;
        };
    }
}
