package dev.parley.contracts;

/** The name of a group: 1 to {@value Limits#TITLE_CODE_POINTS} code points, not blank, fit to be stored and sent on. */
public record Title(String text) {

    /** @throws IllegalArgumentException if the text can't be a title; says why, and never repeats the text */
    public Title {
        var length = Text.codePoints(text);
        if (length < 1 || length > Limits.TITLE_CODE_POINTS) {
            throw new IllegalArgumentException(
                    "title: " + length + " code points (expected: 1 to " + Limits.TITLE_CODE_POINTS + ")");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("title: blank (expected: a name)");
        }
        if (text.indexOf('\0') >= 0 || !Text.isWellFormed(text)) {
            throw new IllegalArgumentException(
                    "title: NUL or half of a surrogate pair (expected: characters that can be stored and sent on)");
        }
    }

    @Override
    public String toString() {
        return "Title[" + Text.codePoints(text) + " code points]";
    }
}
