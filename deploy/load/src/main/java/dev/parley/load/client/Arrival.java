package dev.parley.load.client;

/** How something reached a device. */
public enum Arrival {
    /** Pushed over the socket. */
    LIVE,
    /** Asked for, after a reconnect or to repair a gap. */
    SYNCED,
    /** Pushed although the device was past its number already; it was dropped. */
    REPEATED,
    /** Pushed of a conversation that the device was not in, by all that the server says; it was dropped. */
    STRAY;

    /** Whether it was shown to the device's user. */
    public boolean isShown() {
        return this == LIVE || this == SYNCED;
    }
}
