package dev.parley.gateway.session;

import dev.parley.contracts.UserId;
import dev.parley.gateway.access.BearerToken;
import dev.parley.gateway.access.Identity;
import dev.parley.gateway.protocol.FrameId;
import dev.parley.gateway.protocol.Framing;
import dev.parley.gateway.protocol.Refusal;
import dev.parley.gateway.protocol.ServerEvent;
import dev.parley.gateway.protocol.SessionEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client on one socket, from its handshake to its close. */
public final class ChatSession {

    private static final Logger log = LoggerFactory.getLogger(ChatSession.class);

    private enum State {
        CONNECTING,
        READY,
        CLOSING
    }

    private final String id;
    private final Line line;
    private final SessionMetrics metrics;
    private volatile Identity identity;
    private volatile State state = State.CONNECTING;
    private volatile long closingSince;

    ChatSession(String id, Identity identity, Line line, SessionMetrics metrics) {
        this.id = id;
        this.identity = identity;
        this.line = line;
        this.metrics = metrics;
    }

    public String id() {
        return id;
    }

    public UserId userId() {
        return identity.userId();
    }

    /** With which the gateway asks others on this user's behalf: the newest that the client has shown. */
    public BearerToken token() {
        return identity.token();
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
        if (state == State.CONNECTING) {
            synchronized (this) {
                // Ready is being said right now, or not yet: in the first case, these come after it.
                if (state == State.CONNECTING) {
                    return;
                }
            }
        }
        send(frames);
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
        if (state != State.CLOSING && !line.socket().send(frames) && startClosing()) {
            metrics.tooSlow();
            log.info("closing sessionId={}: its outbound queue is full", id);
            line.close(CloseCode.TOO_SLOW);
        }
    }

    void close(CloseCode code) {
        if (startClosing()) {
            log.info("closing sessionId={}: {}", id, code.reason());
            line.close(code);
        }
    }

    /**
     * Says why before it closes.
     *
     * @return whether it was not closing already
     */
    boolean close(CloseCode code, String reason, Duration reconnectAfter) {
        var first = startClosing();
        if (first) {
            log.info("closing sessionId={}: {}", id, code.reason());
            line.close(SessionEvents.closing(reason, reconnectAfter), code);
        }
        return first;
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
        if (!now.isBefore(identity.expiresAt())) {
            close(CloseCode.TOKEN_EXPIRED, "token_expired", Duration.ZERO);
            return;
        }
        switch (line.pulse().due(nowNanos)) {
            case NOTHING -> {}
            case PING -> ping();
            case GIVE_UP -> close(CloseCode.NO_ANSWER);
        }
    }

    /** Where a ping is a text frame, it waits its turn like any other. */
    private void ping() {
        var frame = framing().ping();
        if (frame == null) {
            line.socket().ping();
        } else {
            send(List.of(frame));
        }
    }

    @Override
    public String toString() {
        return "ChatSession[" + id + "]";
    }
}
