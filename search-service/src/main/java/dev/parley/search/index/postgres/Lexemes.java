package dev.parley.search.index.postgres;

/** Words within the text form of a {@code tsvector} or {@code tsquery}. */
final class Lexemes {

    private Lexemes() {}

    /** In quotes, whatever its characters: in there only quote and backslash have a meaning, and both are doubled. */
    static StringBuilder quote(StringBuilder text, String lexeme) {
        text.append('\'');
        for (var i = 0; i < lexeme.length(); i++) {
            var character = lexeme.charAt(i);
            if (character == '\'' || character == '\\') {
                text.append(character);
            }
            text.append(character);
        }
        return text.append('\'');
    }
}
