package dev.parley.local.deadletters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

/** The fields of a record, a line each. What people wrote is told by its length only, unless it is asked for. */
record Fields(boolean withContent) {

    private static final Set<String> WRITTEN = Set.of("content", "title");

    List<String> lines(Message message) {
        var lines = new ArrayList<String>();
        add(message, "", lines);
        return lines;
    }

    private void add(Message message, String indent, List<String> lines) {
        message.getAllFields().forEach((field, value) -> {
            if (field.isRepeated()) {
                ((List<?>) value).forEach(each -> add(field, each, indent, lines));
            } else {
                add(field, value, indent, lines);
            }
        });
        message.getUnknownFields().asMap().keySet()
                .forEach(number -> lines.add(indent + "(unknown field " + number + ")"));
    }

    private void add(FieldDescriptor field, Object value, String indent, List<String> lines) {
        if (value instanceof Message inner) {
            lines.add(indent + field.getName());
            add(inner, indent + "  ", lines);
        } else {
            lines.add(indent + field.getName() + ": " + text(field, value));
        }
    }

    private String text(FieldDescriptor field, Object value) {
        if (WRITTEN.contains(field.getName()) && value instanceof String text) {
            return withContent
                    ? printable(text)
                    : "(" + text.codePointCount(0, text.length()) + " code points; --content shows them)";
        }
        if (field.getName().endsWith("_at") || field.getName().equals("at")) {
            return Instant.ofEpochMilli((Long) value).toString();
        }
        return printable(Payload.scalar(value));
    }

    /** On one line, and without what would command a terminal. */
    static String printable(String text) {
        var shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (Character.getType(point)) {
                case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR ->
                    shown.append("\\u{").append(Integer.toHexString(point)).append('}');
                default -> shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }
}
