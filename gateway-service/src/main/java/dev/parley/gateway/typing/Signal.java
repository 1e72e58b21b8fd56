package dev.parley.gateway.typing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.gateway.protocol.Request.Typing.Kind;

/** What one gateway tells another: three lines of text. No id has a line break in it. */
record Signal(Kind kind, ConversationId conversationId, UserId userId) {

    private static final int LINES = 3;

    static String channelOf(UserId recipient) {
        return "typing:{" + recipient + "}";
    }

    byte[] toBytes() {
        return (kind + "\n" + conversationId + "\n" + userId).getBytes(UTF_8);
    }

    /** @throws IllegalArgumentException if it is no signal that this gateway knows */
    static Signal of(byte[] bytes) {
        var lines = new String(bytes, UTF_8).split("\n", LINES);
        if (lines.length < LINES) {
            throw new IllegalArgumentException("a signal of " + lines.length + " lines (expected: " + LINES + ")");
        }
        return new Signal(Kind.valueOf(lines[0]), ConversationId.parse(lines[1]), new UserId(lines[2]));
    }
}
