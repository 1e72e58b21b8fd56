package dev.parley.gateway.session;

/** Whether somebody is still there: a ping every so often, and an answer to it in time. */
public final class Pulse {

    public enum Due {
        NOTHING,
        PING,
        GIVE_UP
    }

    private final SessionSettings.Heartbeat settings;
    private long pingedAt;
    private boolean waiting;

    /** @param nowNanos of a clock that only moves forward */
    public Pulse(SessionSettings.Heartbeat settings, long nowNanos) {
        this.settings = settings;
        this.pingedAt = nowNanos;
    }

    public synchronized Due due(long nowNanos) {
        var since = nowNanos - pingedAt;
        if (waiting) {
            return since < settings.pong().toNanos() ? Due.NOTHING : Due.GIVE_UP;
        }
        if (since < settings.ping().toNanos()) {
            return Due.NOTHING;
        }
        pingedAt = nowNanos;
        waiting = true;
        return Due.PING;
    }

    public synchronized void answered() {
        waiting = false;
    }
}
