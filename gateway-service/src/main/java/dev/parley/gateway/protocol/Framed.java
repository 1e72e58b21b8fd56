package dev.parley.gateway.protocol;

import org.jspecify.annotations.Nullable;

/** An event on its way to many sockets, encoded once for each framing among them. */
public final class Framed {

    private final ServerEvent event;
    private @Nullable Encoded encoded;

    /** Few framings, so a chain of them is quicker than a map. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Encoded(Framing framing, byte[] frame, @Nullable Encoded next) {}

    public Framed(ServerEvent event) {
        this.event = event;
    }

    /** Not for several threads at a time. */
    public byte[] in(Framing framing) {
        for (var each = encoded; each != null; each = each.next()) {
            if (each.framing() == framing) {
                return each.frame();
            }
        }
        var frame = framing.event(event);
        encoded = new Encoded(framing, frame, encoded);
        return frame;
    }
}
