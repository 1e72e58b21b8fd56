package dev.parley.contracts;

/** What makes a text fit to be stored and sent on. */
final class Text {

    private static final int EXCERPT = 64;

    private Text() {}

    /** Whether every surrogate has its partner: without it, the text has no UTF-8 form. */
    static boolean isWellFormed(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Short and harmless enough for an error message. */
    static String excerpt(String text) {
        var shortened = text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text;
        return shortened.replaceAll("[^\\p{Graph} ]", "?");
    }
}
