package dev.parley.search.text;

import java.util.ArrayList;
import java.util.List;

/** Cuts a folded text into words. What it calls a word it leaves whole when it meets it again, alone. */
final class WordCutter {

    private final FoldedText text;
    private final List<Token> tokens = new ArrayList<>();

    private WordCutter(FoldedText text) {
        this.text = text;
    }

    static List<Token> cut(String content) {
        var cutter = new WordCutter(Folding.fold(content));
        cutter.cut();
        return cutter.tokens;
    }

    private void cut() {
        var position = 0;
        while (position < text.length()) {
            var codePoint = text.codePointAt(position);
            if (Scripts.isOfWord(codePoint)) {
                position = takeWord(position);
            } else if (Scripts.isWordByItself(codePoint)) {
                position = takeCharacter(position);
            } else if (Scripts.isEmoji(codePoint)) {
                position = takeEmoji(position);
            } else {
                position += Character.charCount(codePoint);
            }
        }
    }

    private int takeWord(int from) {
        var end = endOfPiece(from);
        var piece = text.substring(from, end);
        var word = piece;
        while (end < text.length()) {
            var joint = text.codePointAt(end);
            var nextFrom = end + Character.charCount(joint);
            var nextEnd = endOfPiece(nextFrom);
            if (nextEnd == nextFrom) {
                break;
            }
            var next = text.substring(nextFrom, nextEnd);
            if (!Joints.joins(word, piece, joint, next)) {
                break;
            }
            // What is longer is cut anyway; adding to it would take quadratic time.
            word = word.length() < WordLength.LONGEST_BYTES ? word + next : word;
            piece = next;
            end = nextEnd;
        }
        add(word, from, end);
        return end;
    }

    /** Letters and digits, and the marks on them. */
    private int endOfPiece(int from) {
        var end = from;
        while (end < text.length()) {
            var codePoint = text.codePointAt(end);
            if (!Scripts.isOfWord(codePoint) && (end == from || !Scripts.isMark(codePoint))) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    private int takeCharacter(int from) {
        var end = from + Character.charCount(text.codePointAt(from));
        while (end < text.length() && Scripts.isMark(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        add(text.substring(from, end), from, end);
        return end;
    }

    /** Without the colour of the skin, which is not what people look for; families and trades fall into their parts. */
    private int takeEmoji(int from) {
        var first = text.codePointAt(from);
        var end = from + Character.charCount(first);
        if (Scripts.isRegionalIndicator(first)
                && end < text.length()
                && Scripts.isRegionalIndicator(text.codePointAt(end))) {
            end += Character.charCount(first);
        }
        var word = text.substring(from, end);
        while (end < text.length() && Character.isEmojiModifier(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        add(word, from, end);
        return end;
    }

    private void add(String word, int from, int end) {
        tokens.add(new Token(WordLength.cut(word), text.start(from), text.end(end - 1)));
    }
}
