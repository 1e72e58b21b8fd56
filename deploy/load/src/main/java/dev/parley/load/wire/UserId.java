package dev.parley.load.wire;

/** A user as the token's {@code sub} names it: opaque, 1 to 128 printable characters. */
public record UserId(String value) implements Comparable<UserId> {

    private static final int LONGEST = 128;

    public UserId {
        var length = value.codePointCount(0, value.length());
        if (length < 1 || length > LONGEST) {
            throw new IllegalArgumentException("user id: " + length + " characters (expected: 1 to " + LONGEST + ")");
        }
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("user id: a control character (expected: printable characters)");
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
}
