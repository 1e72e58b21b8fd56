package dev.parley.gateway.protocol.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.gateway.protocol.Answers;
import dev.parley.gateway.protocol.FrameId;
import dev.parley.gateway.protocol.Framing;
import dev.parley.gateway.protocol.Refusal;
import dev.parley.gateway.protocol.ServerEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/** Writes the frames of {@code chat.v1} around data that is JSON already. */
public final class JsonFraming implements Framing {

    public static final JsonFraming CHAT_V1 = new JsonFraming();

    private JsonFraming() {}

    @Override
    public byte[] event(ServerEvent event) {
        return frame(event.name().wireName(), null, event.data());
    }

    @Override
    public byte[] ack(FrameId id, byte[] data) {
        return frame("ack", id, data);
    }

    @Override
    public byte[] error(@Nullable FrameId id, Refusal refusal) {
        return frame("error", id, Answers.refused(refusal));
    }

    /** @param event a name of the protocol, which never needs escaping */
    private static byte[] frame(String event, @Nullable FrameId id, byte[] data) {
        var head = head(event, id);
        var frame = new byte[head.length + data.length + 1];
        System.arraycopy(head, 0, frame, 0, head.length);
        System.arraycopy(data, 0, frame, head.length, data.length);
        frame[frame.length - 1] = '}';
        return frame;
    }

    private static byte[] head(String event, @Nullable FrameId id) {
        return switch (id) {
            case null -> ("{\"event\":\"" + event + "\",\"data\":").getBytes(US_ASCII);
            case FrameId.Whole whole ->
                ("{\"event\":\"" + event + "\",\"id\":" + whole.digits() + ",\"data\":").getBytes(US_ASCII);
            case FrameId.Text text -> ("{\"event\":\"" + event + "\",\"id\":\"" + escaped(text.value())
                    + "\",\"data\":").getBytes(UTF_8);
        };
    }

    private static String escaped(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsCharArray(text));
    }
}
