package dev.parley.gateway.protocol;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What clients may say, by its name on the wire. An event is in here from the day that it is answered. */
public enum ClientEventName {

    MESSAGE_SEND("message:send"),
    MESSAGE_EDIT("message:edit"),
    MESSAGE_DELETE("message:delete"),
    MESSAGE_DELIVERED("message:delivered"),
    MESSAGE_READ("message:read"),
    SYNC("sync"),
    TYPING_START("typing:start"),
    TYPING_STOP("typing:stop"),
    PRESENCE_WATCH("presence:watch"),
    SESSION_RENEW("session:renew"),
    PING("ping");

    private static final Map<String, ClientEventName> BY_WIRE_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(ClientEventName::wireName, Function.identity()));

    private final String wireName;

    ClientEventName(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** @return null if the protocol has no such event */
    static @Nullable ClientEventName of(String wireName) {
        return BY_WIRE_NAME.get(wireName);
    }
}
