package dev.parley.gateway.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** What a client offers to speak. */
public final class Subprotocols {

    public static final String HEADER = "Sec-WebSocket-Protocol";
    public static final String CHAT = "chat.v1";

    private Subprotocols() {}

    /** The header may come several times, and each may have a list. */
    static List<String> of(Enumeration<String> headers) {
        return of(Collections.list(headers));
    }

    static List<String> of(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .toList();
    }
}
