package dev.parley.persistence.history;

/** One change, in its present state: {@code kind} says which member of it is there. */
record ChangeView(String kind, long seq, MessageView message) {

    static ChangeView of(MessageView message) {
        return new ChangeView("message", message.changedSeq(), message);
    }
}
