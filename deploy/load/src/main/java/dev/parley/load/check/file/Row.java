package dev.parley.load.check.file;

import dev.parley.load.check.Event;
import dev.parley.load.check.Kept;
import dev.parley.load.client.Arrival;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MarkKind;
import dev.parley.load.wire.Member;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.Target;
import dev.parley.load.wire.UserId;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;

/** The members of one line of a history file; asking for one that is missing is an error that names it. */
final class Row {

    private final Map<String, String> values = new HashMap<>();

    static Row read(JsonParser json) {
        var row = new Row();
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            row.values.put(name, json.getString());
        }
        return row;
    }

    String kind() {
        return text("kind");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + ": missing in " + values);
        }
        return value;
    }

    long number(String name) {
        return Long.parseLong(text(name));
    }

    UserId user() {
        return new UserId(text("user"));
    }

    ConversationId conversation() {
        return ConversationId.parse(text("conversation"));
    }

    Member member() {
        return new Member(user(), number("delivered"), number("read"));
    }

    Kept kept() {
        return new Kept(message(), number("seq"), number("changedSeq"), user(), number("fingerprint"));
    }

    private MessageId message() {
        return MessageId.parse(text("message"));
    }

    private Target target() {
        return has("recipient") ? new Target.Person(new UserId(text("recipient"))) : new Target.Room(conversation());
    }

    Event event() {
        return switch (kind()) {
            case "Sent" -> new Event.Sent(message(), target(), number("fingerprint"));
            case "Acked" -> new Event.Acked(message(), conversation());
            case "Refused" -> new Event.Refused(message(), text("code"));
            case "Received" -> new Event.Received(conversation(), kept(), arrival());
            case "Covered" -> new Event.Covered(conversation(), number("seq"));
            case "Marked" -> new Event.Marked(mark(), conversation(), number("seq"));
            case "ReceiptSeen" -> new Event.ReceiptSeen(mark(), conversation(), user(), number("seq"), arrival());
            default -> throw new IllegalArgumentException("kind: " + kind() + " (expected: one of a history's)");
        };
    }

    private MarkKind mark() {
        return MarkKind.valueOf(text("mark"));
    }

    private Arrival arrival() {
        return Arrival.valueOf(text("arrival"));
    }
}
