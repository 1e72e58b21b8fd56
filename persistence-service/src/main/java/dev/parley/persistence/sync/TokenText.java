package dev.parley.persistence.sync;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import dev.parley.access.rest.ChatException;
import dev.parley.persistence.sync.Position.AfterConversation;
import dev.parley.persistence.sync.Position.AfterRefusal;
import dev.parley.persistence.sync.SyncToken.Foreign;
import dev.parley.persistence.sync.SyncToken.Told;
import dev.parley.persistence.sync.SyncToken.Underway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * Tokens as text that goes into a URL. The checksum is no secret: it tells a token that was cut or mistyped, which is
 * an error, from one of another form or history, which is answered with a first sync.
 */
final class TokenText {

    private static final int VERSION = 1;
    private static final int CHECKSUM_BYTES = Integer.BYTES;
    /** A token of 512 partitions in the middle of a round. */
    private static final int MAX_LENGTH = 16_384;

    private static final int TOLD = 0;
    private static final int AFTER_REFUSAL = 1;
    private static final int AFTER_CONVERSATION = 2;

    private TokenText() {}

    static String write(SyncToken token) {
        var bytes = ByteString.newOutput();
        var out = CodedOutputStream.newInstance(bytes);
        try {
            out.write((byte) VERSION);
            switch (token) {
                case Told(var history, var since) -> {
                    out.writeFixed64NoTag(history);
                    out.write((byte) TOLD);
                    write(out, since.next());
                }
                case Underway(var history, var round) -> {
                    out.writeFixed64NoTag(history);
                    write(out, round);
                }
                case Foreign _ -> throw new IllegalArgumentException("a token of another form can't be written");
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text(bytes.toByteString().toByteArray());
    }

    /** @throws ChatException if the text is no token */
    static SyncToken parse(String text) {
        try {
            var body = body(text);
            var in = CodedInputStream.newInstance(body);
            if (in.readRawByte() != VERSION) {
                return new Foreign();
            }
            var token = read(in);
            if (!in.isAtEnd()) {
                throw malformed();
            }
            return token;
        } catch (IllegalArgumentException | IOException e) {
            throw malformed();
        }
    }

    private static void write(CodedOutputStream out, Round round) throws IOException {
        switch (round.position()) {
            case AfterRefusal(var partition, var offset) -> {
                out.write((byte) AFTER_REFUSAL);
                out.writeUInt32NoTag(partition);
                out.writeSInt64NoTag(offset);
            }
            case AfterConversation(var id) -> {
                out.write((byte) AFTER_CONVERSATION);
                out.writeFixed64NoTag(id.getMostSignificantBits());
                out.writeFixed64NoTag(id.getLeastSignificantBits());
            }
        }
        out.writeBoolNoTag(round.first());
        write(out, round.since().next());
        for (var i = 0; i < round.until().partitions(); i++) {
            // Mostly small.
            out.writeUInt64NoTag(round.until().next().get(i) - round.since().next().get(i));
        }
    }

    private static void write(CodedOutputStream out, List<Long> offsets) throws IOException {
        out.writeUInt32NoTag(offsets.size());
        for (var offset : offsets) {
            out.writeUInt64NoTag(offset);
        }
    }

    private static SyncToken read(CodedInputStream in) throws IOException {
        var history = in.readFixed64();
        return switch (in.readRawByte()) {
            case TOLD -> new Told(history, readOffsets(in));
            case AFTER_REFUSAL -> new Underway(history,
                    readRound(in, new AfterRefusal(in.readUInt32(), in.readSInt64())));
            case AFTER_CONVERSATION -> new Underway(history,
                    readRound(in, new AfterConversation(new UUID(in.readFixed64(), in.readFixed64()))));
            default -> throw malformed();
        };
    }

    private static Round readRound(CodedInputStream in, Position position) throws IOException {
        var first = in.readBool();
        var since = readOffsets(in);
        var until = new ArrayList<Long>();
        for (var offset : since.next()) {
            until.add(nonNegative(offset + nonNegative(in.readUInt64())));
        }
        return new Round(first, since, new Offsets(until), position);
    }

    private static Offsets readOffsets(CodedInputStream in) throws IOException {
        var count = in.readUInt32();
        var offsets = new ArrayList<Long>();
        for (var i = 0; i < count; i++) {
            offsets.add(nonNegative(in.readUInt64()));
        }
        return new Offsets(offsets);
    }

    private static long nonNegative(long offset) {
        if (offset < 0) {
            throw malformed();
        }
        return offset;
    }

    private static String text(byte[] body) {
        var bytes = ByteBuffer.allocate(body.length + CHECKSUM_BYTES).put(body).putInt(checksum(body));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static byte[] body(String text) {
        if (text.length() > MAX_LENGTH) {
            throw malformed();
        }
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        if (bytes.remaining() <= CHECKSUM_BYTES) {
            throw malformed();
        }
        var body = new byte[bytes.remaining() - CHECKSUM_BYTES];
        bytes.get(body);
        if (bytes.getInt() != checksum(body)) {
            throw malformed();
        }
        return body;
    }

    private static int checksum(byte[] body) {
        var crc = new CRC32();
        crc.update(body);
        return (int) crc.getValue();
    }

    private static ChatException malformed() {
        return ChatException.invalid("token: not one of a sync (expected: the token of the answer before, unchanged)");
    }
}
