package dev.parley.load.talk;

import dev.parley.load.wire.Content;

/** A message that was said here, and how far it has come; a seq of 0 is not known yet. */
record Saying(Content content, long seq, Tick tick) {

    Saying at(long place) {
        return new Saying(content, place, tick);
    }

    Saying with(Tick further) {
        return new Saying(content, seq, further);
    }

    boolean isAnswered() {
        return tick != Tick.WAITING;
    }

    boolean isAtItsEnd() {
        return tick == Tick.READ || tick == Tick.REFUSED;
    }
}
