package dev.parley.search.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By which rules text is read. An index keeps those that it was built by; other rules need another index.
 *
 * @param version of the way that text is cut and folded; counted up with every change that reads a text otherwise
 * @param stemmer the language whose endings do not matter, such as {@code english}; null for none
 */
public record TextRules(int version, @Nullable String stemmer) {

    public static final int CURRENT = 1;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(?::([a-z]+))?");

    /** @throws IllegalArgumentException if the text is not of {@link #toString()} */
    public static TextRules parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("text rules: " + text + " (expected: such as 1 or 1:english)");
        }
        return new TextRules(Integer.parseInt(parts.group(1)), parts.group(2));
    }

    /** The form in which an index keeps it. */
    @Override
    public String toString() {
        return stemmer == null ? Integer.toString(version) : version + ":" + stemmer;
    }
}
