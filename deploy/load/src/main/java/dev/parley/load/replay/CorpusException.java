package dev.parley.load.replay;

/** A line of the corpus that cannot be played. */
final class CorpusException extends RuntimeException {

    private static final long serialVersionUID = 1;

    CorpusException(int line, String why) {
        super("line " + line + ": " + why + " (expected: {\"from\": …, \"to\": …, \"content\": …})");
    }
}
