package dev.parley.search.text;

import org.jspecify.annotations.Nullable;

/** Takes a query apart at white space, quotes, and the signs before and behind words. Nothing it reads is an error. */
final class QueryReader {

    /** What people, keyboards and word processors write for quotes, opening and closing. */
    private static final String QUOTES = "\"“”„‟«»＂";

    private static final char EXCLUDE = '-';
    private static final char PREFIX = '*';

    private final String query;
    private int position;

    QueryReader(String query) {
        this.query = query;
    }

    /** @param isPrefix whether the last word is only begun */
    record Part(String text, boolean isExcluded, boolean isQuoted, boolean isPrefix) {}

    /** Null at the end. */
    @Nullable
    Part next() {
        while (position < query.length() && isSpace(position)) {
            position++;
        }
        if (position == query.length()) {
            return null;
        }
        var isExcluded = isExclusion();
        if (isExcluded) {
            position++;
        }
        return isQuote(position) ? quoted(isExcluded) : plain(isExcluded);
    }

    /** A hyphen right before a word or phrase. Two are part of the word, as in --verbose. */
    private boolean isExclusion() {
        var next = position + 1;
        return query.charAt(position) == EXCLUDE
                && next < query.length()
                && query.charAt(next) != EXCLUDE
                && !isSpace(next);
    }

    private Part quoted(boolean isExcluded) {
        var start = ++position;
        while (position < query.length() && !isQuote(position)) {
            position++;
        }
        var text = query.substring(start, position);
        position = Math.min(position + 1, query.length());
        var isPrefix = isBegunWord(text);
        if (position < query.length() && query.charAt(position) == PREFIX) {
            isPrefix = isPrefix || isBegunWord(text + PREFIX);
            position++;
        }
        return new Part(text, isExcluded, true, isPrefix);
    }

    private Part plain(boolean isExcluded) {
        var start = position;
        while (position < query.length() && !isSpace(position) && !isQuote(position)) {
            position++;
        }
        var text = query.substring(start, position);
        return new Part(text, isExcluded, false, isBegunWord(text));
    }

    /** Whether it ends with a word and a star right behind it. */
    private static boolean isBegunWord(String text) {
        var end = text.length();
        while (end > 0 && text.charAt(end - 1) == PREFIX) {
            end--;
        }
        if (end == text.length() || end == 0) {
            return false;
        }
        var last = text.codePointBefore(end);
        return Character.isLetterOrDigit(last) || Scripts.isMark(last);
    }

    private boolean isSpace(int index) {
        var c = query.charAt(index);
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Between Hebrew letters it is part of an abbreviation, and most keyboards have no other sign for it. */
    private boolean isQuote(int index) {
        if (index >= query.length() || QUOTES.indexOf(query.charAt(index)) < 0) {
            return false;
        }
        return index == 0
                || index + 1 == query.length()
                || !Scripts.isHebrew(query.charAt(index - 1))
                || !Scripts.isHebrew(query.charAt(index + 1));
    }
}
