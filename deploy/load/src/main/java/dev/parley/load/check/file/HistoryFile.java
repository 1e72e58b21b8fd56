package dev.parley.load.check.file;

import dev.parley.load.check.DeviceLog;
import dev.parley.load.check.History;
import dev.parley.load.check.Kept;
import dev.parley.load.check.Stored;
import dev.parley.load.client.ClientSettings.MarkPolicy;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.Member;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads a history that was written before. */
public final class HistoryFile {

    private static final JsonFactory JSON = new JsonFactory();

    private final List<DeviceLog> devices = new ArrayList<>();
    private final Map<ConversationId, Stored> stored = new HashMap<>();
    private @Nullable Row device;
    private @Nullable Row conversation;
    private List<DeviceLog.Entry> entries = new ArrayList<>();
    private List<Member> members = new ArrayList<>();
    private List<Kept> messages = new ArrayList<>();
    private List<Stored.Step> steps = new ArrayList<>();

    private HistoryFile() {}

    /** Reads a file; what is no history is refused with the reason. */
    public static History read(Path file) throws IOException {
        try (var in = open(file); var json = JSON.createParser(ObjectReadContext.empty(), in)) {
            var history = new HistoryFile();
            while (json.nextToken() != null) {
                history.take(Row.read(json));
            }
            history.endDevice();
            history.endConversation();
            return new History(history.devices, history.stored);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException(file + ": not a history (" + e.getMessage() + ")", e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        var in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private void take(Row row) {
        switch (row.kind()) {
            case "device" -> {
                endDevice();
                device = row;
            }
            case "conversation" -> {
                endConversation();
                conversation = row;
            }
            case "member" -> members.add(row.member());
            case "message" -> messages.add(row.kept());
            case "step" -> steps.add(new Stored.Step(row.number("step"), row.has("message") ? row.kept() : null));
            default -> entries.add(new DeviceLog.Entry(row.number("at"), row.event()));
        }
    }

    private void endDevice() {
        if (device != null) {
            devices.add(new DeviceLog(device.user(), (int) device.number("number"),
                    MarkPolicy.valueOf(device.text("marks")), Boolean.parseBoolean(device.text("present")), entries));
            entries = new ArrayList<>();
            device = null;
        }
    }

    private void endConversation() {
        if (conversation != null) {
            stored.put(conversation.conversation(), new Stored(conversation.extent(), members, messages, steps));
            members = new ArrayList<>();
            messages = new ArrayList<>();
            steps = new ArrayList<>();
            conversation = null;
        }
    }
}
