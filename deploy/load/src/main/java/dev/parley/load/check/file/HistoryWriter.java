package dev.parley.load.check.file;

import dev.parley.load.check.DeviceLog;
import dev.parley.load.check.Event;
import dev.parley.load.check.History;
import dev.parley.load.check.Kept;
import dev.parley.load.check.Stored;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.Target;
import dev.parley.load.wire.UserId;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes a history: an object a line, each with its {@code kind}; a device's events follow its own line. */
public final class HistoryWriter {

    private static final JsonFactory JSON = JsonFactory.builder().rootValueSeparator("\n").build();

    private final JsonGenerator json;

    private HistoryWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Writes to a file, packed if its name ends in {@code .gz}. */
    public static void write(History history, Path file) throws IOException {
        try (var out = open(file);
                var json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            var writer = new HistoryWriter(json);
            history.devices().forEach(writer::device);
            history.stored().forEach(writer::stored);
        }
    }

    private static OutputStream open(Path file) throws IOException {
        var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        return file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out;
    }

    private void device(DeviceLog device) {
        json.writeStartObject();
        json.writeStringProperty("kind", "device");
        json.writeStringProperty("user", device.user().value());
        json.writeNumberProperty("number", device.number());
        json.writeStringProperty("marks", device.marks().name());
        json.writeBooleanProperty("present", device.present());
        json.writeEndObject();
        device.entries().forEach(this::entry);
    }

    private void entry(DeviceLog.Entry entry) {
        json.writeStartObject();
        json.writeStringProperty("kind", entry.event().getClass().getSimpleName());
        json.writeNumberProperty("at", entry.at());
        event(entry.event());
        json.writeEndObject();
    }

    private void event(Event event) {
        switch (event) {
            case Event.Sent(var message, var target, var fingerprint, var replyTo) -> {
                json.writeStringProperty("message", message.toString());
                target(target);
                json.writeNumberProperty("fingerprint", fingerprint);
                replyTo(replyTo);
            }
            case Event.Acked(var message, var conversation) -> {
                json.writeStringProperty("message", message.toString());
                conversation(conversation);
            }
            case Event.Refused(var message, var code) -> {
                json.writeStringProperty("message", message.toString());
                json.writeStringProperty("code", code);
            }
            case Event.Received(var conversation, var message, var arrival) -> {
                conversation(conversation);
                json.writeStringProperty("arrival", arrival.name());
                kept(message);
            }
            case Event.Covered(var conversation, var through) -> {
                conversation(conversation);
                json.writeNumberProperty("seq", through);
            }
            case Event.Marked(var mark, var conversation, var seq) -> {
                conversation(conversation);
                json.writeStringProperty("mark", mark.name());
                json.writeNumberProperty("seq", seq);
            }
            case Event.ReceiptSeen(var mark, var conversation, var user, var seq, var arrival) -> {
                conversation(conversation);
                json.writeStringProperty("mark", mark.name());
                json.writeStringProperty("user", user.value());
                json.writeNumberProperty("seq", seq);
                json.writeStringProperty("arrival", arrival.name());
            }
            case Event.Altering(var conversation, var message, var fingerprint) ->
                alteration(conversation, message, fingerprint);
            case Event.Altered(var conversation, var message, var fingerprint, var command, var repeated) -> {
                alteration(conversation, message, fingerprint);
                json.writeStringProperty("command", command.toString());
                json.writeBooleanProperty("repeated", repeated);
            }
            default -> groupEvent(event);
        }
    }

    private void groupEvent(Event event) {
        switch (event) {
            case Event.Met(var conversation, var from) -> {
                conversation(conversation);
                json.writeNumberProperty("from", from);
            }
            case Event.Left(var conversation, var seq) -> {
                conversation(conversation);
                json.writeNumberProperty("seq", seq);
            }
            case Event.GroupChanged(var conversation, var seq, var added, var removed) -> {
                conversation(conversation);
                json.writeNumberProperty("seq", seq);
                users("added", added);
                users("removed", removed);
            }
            case Event.Asked(var wish, var conversation, var user) -> wish(wish, conversation, user);
            case Event.Granted(var wish, var conversation, var user) -> wish(wish, conversation, user);
            default -> {
                // The kind says it all.
            }
        }
    }

    private void alteration(ConversationId conversation, MessageId message, long fingerprint) {
        conversation(conversation);
        json.writeStringProperty("message", message.toString());
        json.writeNumberProperty("fingerprint", fingerprint);
    }

    private void users(String name, List<UserId> users) {
        json.writeArrayPropertyStart(name);
        users.forEach(user -> json.writeString(user.value()));
        json.writeEndArray();
    }

    private void wish(Event.Wish wish, ConversationId conversation, UserId user) {
        conversation(conversation);
        json.writeStringProperty("wish", wish.name());
        json.writeStringProperty("user", user.value());
    }

    private void target(Target target) {
        switch (target) {
            case Target.Person(var recipient) -> json.writeStringProperty("recipient", recipient.value());
            case Target.Room(var conversation) -> conversation(conversation);
        }
    }

    private void conversation(ConversationId conversation) {
        json.writeStringProperty("conversation", conversation.toString());
    }

    private void kept(Kept message) {
        json.writeStringProperty("message", message.id().toString());
        json.writeNumberProperty("seq", message.seq());
        json.writeNumberProperty("changedSeq", message.changedSeq());
        json.writeStringProperty("user", message.sender().value());
        json.writeNumberProperty("fingerprint", message.fingerprint());
        replyTo(message.replyTo());
    }

    private void replyTo(@Nullable MessageId message) {
        if (message != null) {
            json.writeStringProperty("replyTo", message.toString());
        }
    }

    private void stored(ConversationId conversation, Stored stored) {
        json.writeStartObject();
        json.writeStringProperty("kind", "conversation");
        conversation(conversation);
        json.writeStringProperty("of", stored.extent().kind().name());
        json.writeNumberProperty("from", stored.extent().from());
        json.writeNumberProperty("seq", stored.head());
        json.writeNumberProperty("through", stored.extent().through());
        json.writeEndObject();
        for (var member : stored.members()) {
            json.writeStartObject();
            json.writeStringProperty("kind", "member");
            json.writeStringProperty("user", member.user().value());
            json.writeNumberProperty("delivered", member.deliveredSeq());
            json.writeNumberProperty("read", member.readSeq());
            json.writeNumberProperty("joined", member.joinedSeq());
            json.writeEndObject();
        }
        stored.messages().forEach(message -> place("message", null, message));
        stored.steps().forEach(step -> place("step", step.seq(), step.message()));
    }

    private void place(String kind, @Nullable Long step, @Nullable Kept message) {
        json.writeStartObject();
        json.writeStringProperty("kind", kind);
        if (step != null) {
            json.writeNumberProperty("step", step);
        }
        if (message != null) {
            kept(message);
        }
        json.writeEndObject();
    }
}
