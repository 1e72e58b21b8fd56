package dev.parley.search.text;

/** A piece of a text, in code points: from {@code start}, before {@code end}. */
public record Range(int start, int end) {

    public Range {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "range: " + start + " to " + end + " (expected: a start of 0 or more, and an end after it)");
        }
    }
}
