package dev.parley.load.fake;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The whole of the fake server's knowledge: conversations and sessions, under one lock. */
public final class Office {

    private final Faults faults;
    private final Map<String, Chat> chats = new LinkedHashMap<>();
    private final Map<String, Set<Channel>> sessions = new HashMap<>();
    private final SyncPages pages = new SyncPages();
    private @Nullable Runnable late;
    private long step;

    Office(Faults faults) {
        this.faults = faults;
    }

    synchronized void enter(String user, Channel channel) {
        sessions.computeIfAbsent(user, key -> ConcurrentHashMap.newKeySet()).add(channel);
        say(channel, Words.frame("session:ready", json -> {
            json.writeStringProperty("sessionId", UUID.randomUUID().toString());
            json.writeStringProperty("userId", user);
            json.writeStringProperty("serverTime", Words.TIME);
            Words.limits(json);
        }));
    }

    synchronized void leave(String user, Channel channel) {
        sessions.getOrDefault(user, Set.of()).remove(channel);
    }

    /** Tells every session of a user something out of the ordinary. */
    public synchronized void tell(String user, String event, Consumer<JsonGenerator> data) {
        pushTo(user, Words.frame(event, data));
    }

    /** All pushes that were to be lost have been. */
    public boolean lostNothingMore() {
        return faults.lostPushes.get() == 0;
    }

    synchronized void take(String user, Channel channel, Command command) {
        switch (command.event) {
            case "message:send" -> send(user, channel, command);
            case "message:delivered", "message:read" -> mark(user, channel, command);
            case "sync" -> sync(user, channel, command);
            default -> {
                // Typing and the like.
            }
        }
    }

    private void sync(String user, Channel channel, Command command) {
        if (Faults.strikes(faults.unavailableReplies)) {
            say(channel, Words.unavailable(command.frame));
            return;
        }
        var own = chats.values().stream().filter(chat -> chat.users().contains(user)).toList();
        say(channel, Words.answer("ack", command.frame, pages.page(user, own, step, command.token)));
    }

    /** From here on no token is known that was given before. */
    public synchronized void forgetTokens() {
        pages.forgetTokens();
    }

    private void send(String user, Channel channel, Command command) {
        if (Faults.strikes(faults.lostSends)) {
            return;
        }
        if (Faults.strikes(faults.retryableErrors)) {
            say(channel, Words.unavailable(command.frame));
            return;
        }
        var messageId = Objects.requireNonNull(command.messageId);
        var chat = chatOf(user, command);
        if (!Faults.strikes(faults.lostAcks)) {
            say(channel, Words.answer("ack", command.frame, json -> {
                json.writeStringProperty("messageId", messageId);
                json.writeStringProperty("conversationId", chat.id());
                json.writeStringProperty("status", "sent");
                json.writeStringProperty("acceptedAt", Words.TIME);
            }));
        }
        var known = chat.find(messageId);
        if (known != null) {
            pushTo(user, Words.frame("message:new", json -> Words.message(json, known)));
            return;
        }
        var stored = chat.store(messageId, user, Objects.requireNonNull(command.content), ++step);
        push(chat, Words.frame("message:new", json -> Words.message(json, stored)));
    }

    private Chat chatOf(String user, Command command) {
        if (command.conversationId != null) {
            return Objects.requireNonNull(chats.get(command.conversationId));
        }
        var recipient = Objects.requireNonNull(command.recipientId);
        var users = user.compareTo(recipient) < 0 ? List.of(user, recipient) : List.of(recipient, user);
        var id = UUID.nameUUIDFromBytes(String.join("\n", users).getBytes(StandardCharsets.UTF_8)).toString();
        return chats.computeIfAbsent(id, key -> {
            var chat = new Chat(id, users);
            users.forEach(member -> pushTo(member,
                    Words.frame("conversation:created", json -> Words.conversation(json, chat, member))));
            return chat;
        });
    }

    private void push(Chat chat, String frame) {
        for (var member : chat.users()) {
            if (Faults.strikes(faults.lostPushes)) {
                continue;
            }
            if (late == null && Faults.strikes(faults.swappedPushes)) {
                late = () -> pushTo(member, frame);
                continue;
            }
            pushTo(member, frame);
            if (Faults.strikes(faults.doubledPushes)) {
                pushTo(member, frame);
            }
        }
        if (late != null && !Faults.strikes(faults.swappedPushes)) {
            late.run();
            late = null;
        }
    }

    private void mark(String user, Channel channel, Command command) {
        if (Faults.strikes(faults.lostMarks)) {
            return;
        }
        var chat = Objects.requireNonNull(chats.get(Objects.requireNonNull(command.conversationId)));
        if (command.frame != 0) {
            say(channel, Words.answer("ack", command.frame, json -> json.writeStringProperty("status", "accepted")));
        }
        if (chat.mark(command.event, user, command.seq, ++step)) {
            var frame = Words.frame(command.event, json -> {
                json.writeStringProperty("conversationId", chat.id());
                json.writeStringProperty("userId", user);
                json.writeNumberProperty("seq", command.seq);
                json.writeStringProperty("at", Words.TIME);
            });
            chat.users().stream().filter(member -> !member.equals(user)).forEach(member -> pushTo(member, frame));
        }
    }

    private void pushTo(String user, String frame) {
        sessions.getOrDefault(user, Set.of()).forEach(channel -> say(channel, frame));
    }

    private static void say(Channel channel, String frame) {
        channel.writeAndFlush(new TextWebSocketFrame(frame));
    }

    synchronized String conversations(String user, long cursor, int limit) {
        var own = chats.values().stream().filter(chat -> chat.users().contains(user)).toList();
        var from = (int) Math.min(cursor, own.size());
        var to = Math.min(from + limit, own.size());
        var entries = new ArrayList<Consumer<JsonGenerator>>();
        own.subList(from, to).forEach(chat -> entries.add(json -> Words.conversation(json, chat, user)));
        return Words.list(entries, json -> {
            if (to < own.size()) {
                json.writeStringProperty("nextCursor", Integer.toString(to));
            }
        });
    }

    /** Looks for one word, in all conversations of the user. */
    synchronized String search(String user, String word) {
        var blind = Faults.strikes(faults.blindSearches);
        var entries = new ArrayList<Consumer<JsonGenerator>>();
        chats.values().stream().filter(chat -> !blind && chat.users().contains(user))
                .flatMap(chat -> chat.with(word).stream())
                .forEach(message -> entries.add(json -> Words.hit(json, message, word)));
        return Words.list(entries, json -> {
            json.writeNumberProperty("total", entries.size());
            json.writeBooleanProperty("totalIsExact", true);
            json.writeStringProperty("indexedAt", Words.TIME);
        });
    }

    synchronized String history(String user, String conversation, String kind, long after, int limit) {
        var chat = Objects.requireNonNull(chats.get(conversation));
        if (!chat.users().contains(user)) {
            throw new IllegalArgumentException(user + " asks for a conversation of " + chat.users());
        }
        var rest = chat.after(after);
        var page = List.copyOf(rest.subList(0, Math.min(limit, rest.size())));
        var more = page.size() < rest.size();
        return kind.equals("changes") ? changes(page, more, after) : messages(page, more);
    }

    private static String changes(List<Chat.Stored> page, boolean more, long after) {
        var entries = new ArrayList<Consumer<JsonGenerator>>();
        page.forEach(message -> entries.add(json -> {
            json.writeStringProperty("kind", "message");
            json.writeNumberProperty("seq", message.seq());
            json.writeObjectPropertyStart("message");
            Words.message(json, message);
            json.writeEndObject();
        }));
        return Words.list(entries, json -> {
            json.writeNumberProperty("through", page.isEmpty() ? after : page.getLast().seq());
            json.writeBooleanProperty("more", more);
        });
    }

    private static String messages(List<Chat.Stored> page, boolean more) {
        var entries = new ArrayList<Consumer<JsonGenerator>>();
        page.forEach(message -> entries.add(json -> Words.message(json, message)));
        return Words.list(entries, json -> {
            json.writeBooleanProperty("hasMoreBefore", !page.isEmpty() && page.getFirst().seq() > 1);
            json.writeBooleanProperty("hasMoreAfter", more);
        });
    }
}
