package dev.parley.gateway.session;

import dev.parley.gateway.commands.SessionCommands;
import dev.parley.gateway.ratelimit.FrameLimit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A session together with its way to the log. Its frames come one at a time, so it needs no lock. */
public final class Client {

    private final ChatSession session;
    private final SessionCommands commands;
    private final FrameLimit frames;
    private final AtomicBoolean syncing = new AtomicBoolean();
    private final AtomicInteger syncsToAnswer;
    private int misunderstood;

    /** @param syncsToAnswer counts what the session still waits for */
    Client(ChatSession session, SessionCommands commands, FrameLimit frames, AtomicInteger syncsToAnswer) {
        this.session = session;
        this.commands = commands;
        this.frames = frames;
        this.syncsToAnswer = syncsToAnswer;
    }

    /** Of the session; others may know it. */
    public String id() {
        return session.id();
    }

    public void close(CloseCode code) {
        session.close(code);
    }

    ChatSession session() {
        return session;
    }

    SessionCommands commands() {
        return commands;
    }

    FrameLimit frames() {
        return frames;
    }

    /** @return whether none was under way; it ends with {@link #endSync}, on whatever thread */
    boolean startSync() {
        if (!syncing.compareAndSet(false, true)) {
            return false;
        }
        syncsToAnswer.incrementAndGet();
        return true;
    }

    /** The client may ask for its next page as soon as it has this one, which is before {@code answer} returns. */
    void endSync(Runnable answer) {
        syncing.set(false);
        try {
            answer.run();
        } finally {
            syncsToAnswer.decrementAndGet();
        }
    }

    void understood() {
        misunderstood = 0;
    }

    /** @return how many frames in a row were not of this protocol */
    int misunderstood() {
        return ++misunderstood;
    }
}
