package dev.parley.load.fake;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What a device missed since its token, in pages so small that every test turns some. */
final class SyncPages {

    private static final int CONVERSATIONS = 2;
    private static final int MESSAGES = 5;

    private int history = 1;

    /** Since which step, from which conversation on, and which step is covered once the last page is turned. */
    private record Token(int history, long since, int from, long through) {

        static Token parse(String text) {
            var parts = text.split("[.]");
            return new Token(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]),
                    Long.parseLong(parts[3]));
        }

        String text() {
            return history + "." + since + "." + from + "." + through;
        }
    }

    void forgetTokens() {
        history++;
    }

    Consumer<JsonGenerator> page(String user, List<Chat> own, long step, @Nullable String text) {
        var given = text == null ? null : Token.parse(text);
        var isForeign = given != null && given.history() != history;
        var token = given == null || isForeign ? new Token(history, 0, 0, step) : given;
        // A token that ends a round begins another.
        var through = token.from() == 0 ? step : token.through();
        var rest = own.subList(Math.min(token.from(), own.size()), own.size());
        var listed = rest.stream().filter(chat -> chat.changedAt() > token.since()).limit(CONVERSATIONS).toList();
        var next = listed.isEmpty() ? own.size() : own.indexOf(listed.getLast()) + 1;
        var more = own.subList(next, own.size()).stream().anyMatch(chat -> chat.changedAt() > token.since());
        var following = more ? new Token(history, token.since(), next, through) : new Token(history, through, 0, 0);
        return json -> {
            json.writeArrayPropertyStart("conversations");
            listed.forEach(chat -> write(json, chat, user, token.since()));
            json.writeEndArray();
            json.writeArrayPropertyStart("removed");
            json.writeEndArray();
            json.writeArrayPropertyStart("rejected");
            json.writeEndArray();
            json.writeStringProperty("token", following.text());
            json.writeBooleanProperty("more", more);
            json.writeBooleanProperty("reset", isForeign);
        };
    }

    private static void write(JsonGenerator json, Chat chat, String user, long since) {
        var changed = chat.storedSince(since);
        json.writeStartObject();
        Words.conversation(json, chat, user);
        json.writeArrayPropertyStart("messages");
        for (var message : changed.subList(Math.max(0, changed.size() - MESSAGES), changed.size())) {
            json.writeStartObject();
            Words.message(json, message);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeBooleanProperty("truncated", changed.size() > MESSAGES);
        json.writeEndObject();
    }
}
