package dev.parley.engines;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Asks a broker for its cluster's metadata, over the bare protocol: an admin client would take a second to load. A
 * broker names itself only once the controller has let it in, so that topics can be created on it.
 */
final class KafkaPing {

    private static final int METADATA = 3;
    private static final int VERSION = 1;
    private static final int LARGEST_ANSWER = 1 << 20;

    private KafkaPing() {}

    static void send(int port, int nodeId) throws IOException {
        try (var socket = Loopback.connect(port)) {
            socket.getOutputStream().write(request());
            var answer = new DataInputStream(socket.getInputStream());
            var size = answer.readInt();
            if (size < 0 || size > LARGEST_ANSWER) {
                throw new IOException("answer to a metadata request: " + size + " bytes (expected: at most "
                        + LARGEST_ANSWER + ")");
            }
            requireNode(answer, nodeId);
        }
    }

    private static byte[] request() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var request = new DataOutputStream(bytes);
        var noTopics = 0;
        request.writeInt(14);
        request.writeShort(METADATA);
        request.writeShort(VERSION);
        request.writeInt(1);
        request.writeShort(0);
        request.writeInt(noTopics);
        return bytes.toByteArray();
    }

    private static void requireNode(DataInputStream answer, int nodeId) throws IOException {
        answer.readInt();
        var brokers = answer.readInt();
        for (var i = 0; i < brokers; i++) {
            if (answer.readInt() == nodeId) {
                return;
            }
            answer.skipNBytes(answer.readUnsignedShort() + Integer.BYTES);
            var rack = answer.readShort();
            answer.skipNBytes(Math.max(0, rack));
        }
        throw new IOException("node " + nodeId + ": not among the " + brokers + " live brokers yet");
    }
}
