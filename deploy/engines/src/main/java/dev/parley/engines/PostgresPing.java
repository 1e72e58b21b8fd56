package dev.parley.engines;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** As pg_isready does: a server that asks for the password takes connections; one that starts says so instead. */
final class PostgresPing {

    private static final int PROTOCOL_3_0 = 3 << 16;

    private PostgresPing() {}

    static void send(int port, String username) throws IOException {
        try (var socket = Loopback.connect(port)) {
            new DataOutputStream(socket.getOutputStream()).write(startup(username));
            var answer = new DataInputStream(socket.getInputStream());
            var kind = (char) answer.readUnsignedByte();
            if (kind != 'R') {
                var text = new String(answer.readNBytes(Math.min(answer.readInt(), 500)), StandardCharsets.UTF_8);
                throw new IOException("answer to a connection: " + kind + " " + text.replace('\0', ' ').strip()
                        + " (expected: R, a request for the password)");
            }
        }
    }

    private static byte[] startup(String username) throws IOException {
        var body = "user\0" + username + "\0database\0postgres\0\0";
        var bytes = new ByteArrayOutputStream();
        var message = new DataOutputStream(bytes);
        message.writeInt(8 + body.length());
        message.writeInt(PROTOCOL_3_0);
        message.writeBytes(body);
        return bytes.toByteArray();
    }
}
