package dev.parley.gateway.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a stranger sends, the reader answers with a packet, and a packet it takes for one has the right parts. */
class AnyPacketTest {

    private static final List<String> PIECES = List.of(
            "0", "1", "2", "3", "4", "5", "6", "40", "41", "42", "43", "/", "/a", ",", "[", "]", "{", "}", "\"e\"", ":",
            "9007199254740993", "-", " ", "null", "\"\\ud800\"", "\"\\", "1e999", "\u0000", "\ud800", "é", "{\"a\":1}");

    private final PacketReader reader = new PacketReader(512);

    @Property
    void neverThrowsOnAnyText(@ForAll String text) {
        assertThat(reader.read(text)).isNotNull();
    }

    @Property
    void neverThrowsOnWhatLooksLikeAPacket(@ForAll("almostPackets") String text) {
        switch (reader.read(text)) {
            case Packet.Event event -> assertThat(text).startsWith("42").endsWith(event.json());
            case Packet.Connect connect -> assertThat(text).startsWith("40").contains(
                    connect.namespace().equals("/") ? "" : connect.namespace());
            case Packet.Ack _ -> assertThat(text).startsWith("43");
            case Packet.Disconnect _ -> assertThat(text).startsWith("41");
            case Packet.Pong _ -> assertThat(text).isEqualTo("3");
            case Packet.Close _ -> assertThat(text).isEqualTo("1");
            case Packet.Malformed malformed -> assertThat(malformed.reason()).contains("(expected: ");
        }
    }

    @Provide
    Arbitrary<String> almostPackets() {
        return Arbitraries.of(PIECES).list().ofMaxSize(12).map(pieces -> String.join("", pieces));
    }
}
