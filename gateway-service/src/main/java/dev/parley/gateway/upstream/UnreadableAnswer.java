package dev.parley.gateway.upstream;

/** An answer that is not what was asked for. It repeats nothing of it, since messages may be in it. */
final class UnreadableAnswer extends RuntimeException {

    UnreadableAnswer(String message) {
        super(message);
    }
}
