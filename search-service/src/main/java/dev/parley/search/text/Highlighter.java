package dev.parley.search.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds in a text what makes it match. */
final class Highlighter {

    /** A message that is all highlights shows nothing; nobody looks at more. */
    static final int MOST = 100;

    private final Marks marks;
    private final List<Token> tokens;
    private int stemmed = -1;
    private @Nullable String stem;

    Highlighter(Marks marks, List<Token> tokens) {
        this.marks = marks;
        this.tokens = tokens;
    }

    List<Range> highlights(TextQuery query) {
        var ranges = new ArrayList<Range>();
        var position = 0;
        while (position < tokens.size()) {
            var length = longestMatch(query.required(), position);
            if (length > 0 && !add(ranges, position, length)) {
                break;
            }
            position++;
        }
        return List.copyOf(ranges);
    }

    /** By the words of the longest clause that matches here; 0 if none does. */
    private int longestMatch(List<Clause> clauses, int position) {
        var longest = 0;
        for (var clause : clauses) {
            longest = Math.max(longest, matchLength(clause, position));
        }
        return longest;
    }

    private int matchLength(Clause clause, int position) {
        return switch (clause) {
            case Clause.Word word -> isWord(word, position) ? 1 : 0;
            case Clause.Phrase phrase -> isAt(phrase.words(), position) ? phrase.words().size() : 0;
            case Clause.Prefix prefix -> isAt(prefix, position) ? prefix.before().size() + 1 : 0;
        };
    }

    private boolean isWord(Clause.Word sought, int position) {
        return sought.stem() == null ? sought.word().equals(word(position)) : sought.stem().equals(stem(position));
    }

    /** The stem is asked for by each clause, position by position. */
    private @Nullable String stem(int position) {
        if (stemmed != position) {
            stem = marks.stem(word(position));
            stemmed = position;
        }
        return stem;
    }

    private boolean isAt(Clause.Prefix prefix, int position) {
        var last = position + prefix.before().size();
        return last < tokens.size() && word(last).startsWith(prefix.prefix()) && isAt(prefix.before(), position);
    }

    private boolean isAt(List<String> words, int position) {
        if (position + words.size() > tokens.size()) {
            return false;
        }
        for (var index = 0; index < words.size(); index++) {
            if (!words.get(index).equals(word(position + index))) {
                return false;
            }
        }
        return true;
    }

    private String word(int position) {
        return tokens.get(position).word();
    }

    /** Matches come by their starts, so that only the last range can touch the next. */
    private boolean add(List<Range> ranges, int position, int length) {
        var start = tokens.get(position).start();
        var end = tokens.get(position + length - 1).end();
        if (!ranges.isEmpty() && start <= ranges.getLast().end()) {
            var last = ranges.removeLast();
            ranges.add(new Range(Math.min(last.start(), start), Math.max(last.end(), end)));
            return true;
        }
        if (ranges.size() == MOST) {
            return false;
        }
        ranges.add(new Range(start, end));
        return true;
    }
}
