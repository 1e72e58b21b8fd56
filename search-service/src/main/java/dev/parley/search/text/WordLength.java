package dev.parley.search.text;

/** How long words and marks can be; what is longer than any word of any language is cut, in texts and queries alike. */
final class WordLength {

    /** In UTF-8. Engines have limits of their own, which lie above. */
    static final int LONGEST_BYTES = 255;

    /** Of one UTF-16 unit; a surrogate pair has 4 for two. */
    private static final int BYTES_A_CHAR = 3;

    private WordLength() {}

    static String cut(String word) {
        if (word.length() * BYTES_A_CHAR <= LONGEST_BYTES) {
            return word;
        }
        var bytes = 0;
        for (var index = 0; index < word.length();) {
            var codePoint = word.codePointAt(index);
            bytes += bytes(codePoint);
            if (bytes > LONGEST_BYTES) {
                return word.substring(0, index);
            }
            index += Character.charCount(codePoint);
        }
        return word;
    }

    private static int bytes(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }
}
