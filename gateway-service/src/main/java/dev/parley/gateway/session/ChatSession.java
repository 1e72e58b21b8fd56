package dev.parley.gateway.session;

import dev.parley.access.logs.LogKeys;
import dev.parley.contracts.UserId;
import dev.parley.gateway.access.BearerToken;
import dev.parley.gateway.protocol.ClosingReason;
import dev.parley.gateway.protocol.FrameId;
import dev.parley.gateway.protocol.Framing;
import dev.parley.gateway.protocol.Refusal;
import dev.parley.gateway.protocol.ServerEvent;
import dev.parley.gateway.protocol.SessionEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client on one socket, from its handshake to its close. */
public final class ChatSession {

    private static final Logger log = LoggerFactory.getLogger(ChatSession.class);

    private static final Runnable NOTHING = () -> {};

    private enum State {
        CONNECTING,
        READY,
        /** It is told to go elsewhere, and gets the answers that it waits for. */
        LEAVING,
        CLOSING
    }

    private final String id;
    private final Tenure tenure;
    private final Line line;
    private final SessionMetrics metrics;
    private final BooleanSupplier waiting;
    private final long openedAt = System.nanoTime();
    private volatile State state = State.CONNECTING;
    private volatile long leavingSince;
    private volatile long closingSince;

    /** @param waiting whether sends or syncs of it have no answer yet */
    ChatSession(String id, Tenure tenure, Line line, SessionMetrics metrics, BooleanSupplier waiting) {
        this.id = id;
        this.tenure = tenure;
        this.waiting = waiting;
        this.line = line;
        this.metrics = metrics;
    }

    public String id() {
        return id;
    }

    public UserId userId() {
        return tenure.userId();
    }

    /** With which the gateway asks others on this user's behalf: the newest that the client has shown. */
    public BearerToken token() {
        return tenure.token();
    }

    Tenure tenure() {
        return tenure;
    }

    /** In which {@link #deliver} takes its frames. */
    public Framing framing() {
        return line.framing();
    }

    /** From here on, events get through. */
    void becomeReady(ServerEvent ready) {
        synchronized (this) {
            if (state == State.CONNECTING) {
                send(List.of(framing().event(ready)));
                state = state == State.CONNECTING ? State.READY : state;
            }
        }
    }

    /** Whether what is committed from here on finds its way here, so that a sync leaves no gap behind it. */
    synchronized boolean isReady() {
        // Its client may have heard of it already while becomeReady() is still at work: hence the lock.
        return state == State.READY;
    }

    /**
     * Frames of events. What comes before {@code session:ready} is left out: its client has yet to sync, and the sync
     * will see what is behind it.
     */
    public void deliver(List<byte[]> frames) {
        deliver(frames, NOTHING);
    }

    /** @param written run once they are written to the socket */
    public void deliver(List<byte[]> frames, Runnable written) {
        if (state == State.CONNECTING) {
            synchronized (this) {
                // Ready is being said right now, or not yet: in the first case, these come after it.
                if (state == State.CONNECTING) {
                    return;
                }
            }
        }
        send(frames, written);
    }

    void requireSync(String reason) {
        deliver(List.of(framing().event(SessionEvents.syncRequired(reason))));
    }

    /** An answer may go out at any time. */
    void acknowledge(FrameId id, byte[] data) {
        send(List.of(framing().ack(id, data)));
    }

    void refuse(@Nullable FrameId id, Refusal refusal) {
        send(List.of(framing().error(id, refusal)));
    }

    private void send(List<byte[]> frames) {
        send(frames, NOTHING);
    }

    private void send(List<byte[]> frames, Runnable written) {
        if (state != State.CLOSING && !line.socket().send(frames, written)) {
            closeTooSlow();
        }
    }

    private void closeTooSlow() {
        if (startClosing()) {
            metrics.tooSlow();
            log.atInfo().addKeyValue(LogKeys.SESSION_ID, id).log("closing: its outbound queue is full");
            line.close(CloseCode.TOO_SLOW);
        }
    }

    void close(CloseCode code) {
        if (startClosing()) {
            log.atInfo().addKeyValue(LogKeys.SESSION_ID, id).log("closing: {}", code.reason());
            line.close(code);
        }
    }

    /**
     * Says why before it closes.
     *
     * @return whether it was not closing already
     */
    boolean close(CloseCode code, ClosingReason reason, Duration reconnectAfter) {
        var first = startClosing();
        if (first) {
            log.atInfo().addKeyValue(LogKeys.SESSION_ID, id).addKeyValue(LogKeys.REASON, reason.wireName())
                    .log("closing");
            line.close(SessionEvents.closing(reason, reconnectAfter), code);
        }
        return first;
    }

    /** Newer sessions of its user take its place. */
    public void giveWay() {
        close(CloseCode.TOO_MANY_SESSIONS, ClosingReason.TOO_MANY_SESSIONS, Duration.ZERO);
    }

    public boolean isOpen() {
        return state != State.CLOSING;
    }

    /** How long it has been there. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - openedAt);
    }

    boolean isLeaving() {
        return state == State.LEAVING;
    }

    /** Asks the client to go elsewhere; what it sent before is still answered. */
    synchronized void leave(Duration reconnectAfter) {
        if (state == State.CONNECTING || state == State.READY) {
            send(List.of(framing().event(SessionEvents.closing(ClosingReason.GATEWAY_GOING_AWAY, reconnectAfter))));
            leavingSince = System.nanoTime();
            state = state == State.CLOSING ? State.CLOSING : State.LEAVING;
        }
    }

    /**
     * Closes a session that leaves, once all its answers are written.
     *
     * @param inFlight how long what the client sent before it knew may take to get here
     */
    void leaveIfIdle(Duration inFlight) {
        var arrived = System.nanoTime() - leavingSince >= inFlight.toNanos();
        if (state == State.LEAVING && arrived && !waiting.getAsBoolean() && line.socket().isIdle()) {
            close(CloseCode.GOING_AWAY);
        }
    }

    void abort() {
        line.socket().abort();
    }

    /** What still comes from the client then was under way, and is let go. */
    boolean isClosing() {
        return state == State.CLOSING;
    }

    private synchronized boolean startClosing() {
        if (state == State.CLOSING) {
            return false;
        }
        closingSince = System.nanoTime();
        state = State.CLOSING;
        return true;
    }

    void pong() {
        line.pulse().answered();
    }

    /** What has to be done from time to time. */
    void lookAfter(Instant now, long nowNanos, Duration closeGrace) {
        if (state == State.CLOSING) {
            if (nowNanos - closingSince > closeGrace.toNanos()) {
                line.socket().abort();
            }
            return;
        }
        switch (tenure.due(now)) {
            case NOTHING -> keepAlive(nowNanos);
            case WARNING -> {
                warn(now);
                keepAlive(nowNanos);
            }
            case END -> close(CloseCode.TOKEN_EXPIRED, ClosingReason.TOKEN_EXPIRED, Duration.ZERO);
        }
    }

    private void warn(Instant now) {
        if (state == State.READY) {
            tenure.warned();
            deliver(List.of(framing().event(
                    SessionEvents.closingSoon(ClosingReason.TOKEN_EXPIRED, tenure.remaining(now)))));
        }
    }

    private void keepAlive(long nowNanos) {
        switch (line.pulse().due(nowNanos)) {
            case NOTHING -> {}
            case PING -> {
                if (!line.ping()) {
                    closeTooSlow();
                }
            }
            case GIVE_UP -> close(CloseCode.NO_ANSWER);
        }
    }

    @Override
    public String toString() {
        return "ChatSession[" + id + "]";
    }
}
