package dev.parley.search.text;

/**
 * A word where it stands.
 *
 * @param word folded
 * @param start of the word as written, in code points of the text
 * @param end behind the word as written
 */
record Token(String word, int start, int end) {}
