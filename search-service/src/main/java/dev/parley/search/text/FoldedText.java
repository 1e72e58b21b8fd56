package dev.parley.search.text;

import java.util.Arrays;

/**
 * A folded text, which knows where each of its characters comes from. The other way round folding can't be undone: a
 * character may come from several, and several from one.
 */
final class FoldedText {

    private final StringBuilder folded;
    private int[] starts;
    private int[] ends;

    FoldedText(int expectedLength) {
        folded = new StringBuilder(expectedLength);
        starts = new int[expectedLength];
        ends = new int[expectedLength];
    }

    /** Appends what the code points from {@code start} to {@code end} of the original become. */
    void append(CharSequence part, int start, int end) {
        var from = folded.length();
        folded.append(part);
        grow();
        Arrays.fill(starts, from, folded.length(), start);
        Arrays.fill(ends, from, folded.length(), end);
    }

    void append(char part, int start) {
        folded.append(part);
        grow();
        starts[folded.length() - 1] = start;
        ends[folded.length() - 1] = start + 1;
    }

    int length() {
        return folded.length();
    }

    int codePointAt(int index) {
        return folded.codePointAt(index);
    }

    String substring(int from, int to) {
        return folded.substring(from, to);
    }

    /** The first code point of the original that the character comes from. */
    int start(int index) {
        return starts[index];
    }

    /** Behind the last code point of the original that the character comes from. */
    int end(int index) {
        return ends[index];
    }

    @Override
    public String toString() {
        return folded.toString();
    }

    private void grow() {
        if (folded.length() > starts.length) {
            var length = Math.max(folded.length(), starts.length + (starts.length >> 1));
            starts = Arrays.copyOf(starts, length);
            ends = Arrays.copyOf(ends, length);
        }
    }
}
