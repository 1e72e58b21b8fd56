package dev.parley.contracts;

/** A user, as the token's {@code sub} names them: 1 to 128 printable characters, opaque to Parley. */
public record UserId(String value) implements Comparable<UserId> {

    public static final int MAX_CODE_POINTS = 128;

    /** @throws IllegalArgumentException if the text is empty, too long, or has characters that do not print */
    public UserId {
        var length = Text.codePoints(value);
        if (length < 1 || length > MAX_CODE_POINTS) {
            throw new IllegalArgumentException(
                    "userId: " + length + " code points (expected: 1 to " + MAX_CODE_POINTS + ")");
        }
        if (value.isBlank() || !value.codePoints().allMatch(UserId::prints)) {
            throw new IllegalArgumentException(
                    "userId: \"" + Text.excerpt(value) + "\" (expected: printable characters only)");
        }
    }

    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean prints(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }
}
