package dev.parley.gateway.session;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.eclipse.jetty.websocket.common.WebSocketSession;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;

/**
 * A socket of Jetty's. It goes below Jetty's usual session, which takes text as strings and would encode the same event
 * for each socket, and writes each frame on its own.
 */
final class JettySocket implements Socket {

    private static final Runnable NOTHING = () -> {};

    private final CoreSession core;
    private final SessionSettings.Outbound bounds;
    private final SessionMetrics metrics;
    private final AtomicInteger waitingFrames = new AtomicInteger();
    private final AtomicLong waitingBytes = new AtomicLong();

    JettySocket(WebSocketSession session, SessionSettings.Outbound bounds, SessionMetrics metrics) {
        this.core = session.getCoreSession();
        this.bounds = bounds;
        this.metrics = metrics;
    }

    @Override
    public boolean send(List<byte[]> frames, Runnable written) {
        var last = frames.size() - 1;
        for (var i = 0; i <= last; i++) {
            var frame = frames.get(i);
            if (!reserve(frame.length)) {
                return false;
            }
            // All but the last only go into Jetty's buffer, which the last one takes along.
            core.sendFrame(text(frame), new Written(frame.length, i < last ? NOTHING : written), i < last);
        }
        metrics.framesOut(frames.size());
        return true;
    }

    private boolean reserve(int bytes) {
        var fits = waitingFrames.incrementAndGet() <= bounds.frames()
                & waitingBytes.addAndGet(bytes) <= bounds.bytes().toBytes();
        if (!fits) {
            release(bytes);
        }
        return fits;
    }

    private void release(int bytes) {
        waitingFrames.decrementAndGet();
        waitingBytes.addAndGet(-bytes);
    }

    @Override
    public void sendLast(List<byte[]> frames, CloseCode code) {
        var last = frames.size() - 1;
        for (var frame : frames.subList(0, last)) {
            core.sendFrame(text(frame), Callback.NOOP, true);
        }
        var written = Callback.from(InvocationType.NON_BLOCKING, () -> close(code), failure -> abort());
        core.sendFrame(text(frames.get(last)), written, false);
    }

    @Override
    public boolean isIdle() {
        return waitingFrames.get() == 0;
    }

    @Override
    public void ping() {
        core.sendFrame(new Frame(OpCode.PING, BufferUtil.EMPTY_BUFFER.slice()), Callback.NOOP, false);
    }

    @Override
    public void close(CloseCode code) {
        core.close(code.number(), code.reason(), Callback.NOOP);
    }

    @Override
    public void abort() {
        core.abort();
    }

    /** The bytes are shared with other sockets; the view of them is this socket's own. */
    private static Frame text(byte[] frame) {
        return new Frame(OpCode.TEXT, ByteBuffer.wrap(frame));
    }

    /** Gives room back. A frame that failed has its socket's close to follow, which says why. */
    private final class Written implements Callback {

        private final int bytes;
        private final Runnable then;

        Written(int bytes, Runnable then) {
            this.bytes = bytes;
            this.then = then;
        }

        @Override
        public void succeeded() {
            release(bytes);
            then.run();
        }

        @Override
        public void failed(Throwable failure) {
            release(bytes);
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }
}
