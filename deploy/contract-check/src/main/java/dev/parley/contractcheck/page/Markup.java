package dev.parley.contractcheck.page;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The little of HTML and Markdown that the documents need. */
final class Markup {

    private Markup() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /** Code and emphasis within a line. */
    static String line(String markdown) {
        return escaped(markdown.strip())
                .replaceAll("`([^`]+)`", "<code>$1</code>")
                .replaceAll("\\*\\*([^*]+)\\*\\*", "<strong>$1</strong>");
    }

    static String paragraphs(String markdown) {
        return Arrays.stream(markdown.strip().split("\n\\s*\n"))
                .filter(paragraph -> !paragraph.isBlank())
                .map(paragraph -> "<p>" + line(paragraph) + "</p>\n")
                .collect(Collectors.joining());
    }

    static String code(String text) {
        return "<code>" + escaped(text) + "</code>";
    }
}
