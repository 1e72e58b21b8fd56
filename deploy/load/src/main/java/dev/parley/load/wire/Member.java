package dev.parley.load.wire;

/** A participant with the marks it has reached; {@code joinedSeq} is 0 for those who were there from the beginning. */
public record Member(UserId user, long deliveredSeq, long readSeq, long joinedSeq) {

    public long mark(MarkKind kind) {
        return switch (kind) {
            case DELIVERED -> deliveredSeq;
            case READ -> readSeq;
        };
    }
}
