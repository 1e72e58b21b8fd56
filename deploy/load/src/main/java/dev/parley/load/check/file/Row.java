package dev.parley.load.check.file;

import org.jspecify.annotations.Nullable;
import dev.parley.load.check.Event.Wish;
import dev.parley.load.check.Event;
import dev.parley.load.check.Kept;
import dev.parley.load.check.Stored;
import dev.parley.load.client.Arrival;
import dev.parley.load.wire.Conversation;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MarkKind;
import dev.parley.load.wire.Member;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.Target;
import dev.parley.load.wire.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The members of one line of a history file; asking for one that is missing is an error that names it. */
final class Row {

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, List<String>> lists = new HashMap<>();

    static Row read(JsonParser json) {
        var row = new Row();
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            if (json.currentToken() == JsonToken.START_ARRAY) {
                row.lists.put(name, strings(json));
            } else {
                row.values.put(name, json.getString());
            }
        }
        return row;
    }

    private static List<String> strings(JsonParser json) {
        var strings = new ArrayList<String>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            strings.add(json.getString());
        }
        return strings;
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
        return new Member(user(), number("delivered"), number("read"), number("joined"));
    }

    Stored.Extent extent() {
        return new Stored.Extent(Conversation.Kind.valueOf(text("of")), number("from"), number("seq"),
                number("through"));
    }

    Kept kept() {
        return new Kept(message(), number("seq"), number("changedSeq"), user(), number("fingerprint"), replyTo());
    }

    private MessageId message() {
        return MessageId.parse(text("message"));
    }

    private @Nullable MessageId replyTo() {
        return has("replyTo") ? MessageId.parse(text("replyTo")) : null;
    }

    private Target target() {
        return has("recipient") ? new Target.Person(new UserId(text("recipient"))) : new Target.Room(conversation());
    }

    Event event() {
        return switch (kind()) {
            case "Sent" -> new Event.Sent(message(), target(), number("fingerprint"), replyTo());
            case "Acked" -> new Event.Acked(message(), conversation());
            case "Refused" -> new Event.Refused(message(), text("code"));
            case "Received" -> new Event.Received(conversation(), kept(), arrival());
            case "Covered" -> new Event.Covered(conversation(), number("seq"));
            case "Marked" -> new Event.Marked(mark(), conversation(), number("seq"));
            case "ReceiptSeen" -> new Event.ReceiptSeen(mark(), conversation(), user(), number("seq"), arrival());
            default -> groupEvent();
        };
    }

    private Event groupEvent() {
        return switch (kind()) {
            case "Met" -> new Event.Met(conversation(), number("from"));
            case "Left" -> new Event.Left(conversation(), number("seq"));
            case "GroupChanged" ->
                new Event.GroupChanged(conversation(), number("seq"), users("added"), users("removed"));
            case "Altering" -> new Event.Altering(conversation(), message(), number("fingerprint"));
            case "Altered" -> new Event.Altered(conversation(), message(), number("fingerprint"),
                    MessageId.parse(text("command")), Boolean.parseBoolean(text("repeated")));
            case "Asked" -> new Event.Asked(Wish.valueOf(text("wish")), conversation(), user());
            case "Granted" -> new Event.Granted(Wish.valueOf(text("wish")), conversation(), user());
            case "Interrupted" -> new Event.Interrupted();
            case "Forgotten" -> new Event.Forgotten();
            default -> throw new IllegalArgumentException("kind: " + kind() + " (expected: one of a history's)");
        };
    }

    private List<UserId> users(String name) {
        return lists.getOrDefault(name, List.of()).stream().map(UserId::new).toList();
    }

    private MarkKind mark() {
        return MarkKind.valueOf(text("mark"));
    }

    private Arrival arrival() {
        return Arrival.valueOf(text("arrival"));
    }
}
