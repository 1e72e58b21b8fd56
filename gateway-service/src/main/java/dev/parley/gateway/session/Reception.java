package dev.parley.gateway.session;

import dev.parley.gateway.access.Identity;
import dev.parley.gateway.commands.Commands;
import dev.parley.gateway.protocol.Inbound;
import dev.parley.gateway.ratelimit.FrameLimit;
import dev.parley.gateway.ratelimit.FrameLimits;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Where protocols hand in who has come, what they say, and that they have gone. */
public final class Reception {

    private final Admission admission;
    private final Dispatcher dispatcher;
    private final Commands commands;
    private final FrameLimits frames;
    private final SessionMetrics metrics;
    private final Duration expiryWarning;

    Reception(
            Admission admission,
            Dispatcher dispatcher,
            Commands commands,
            FrameLimits frames,
            SessionMetrics metrics,
            Duration expiryWarning) {
        this.admission = admission;
        this.dispatcher = dispatcher;
        this.expiryWarning = expiryWarning;
        this.commands = commands;
        this.frames = frames;
        this.metrics = metrics;
    }

    /** For a socket, and all the sessions that it has one after the other. */
    public FrameLimit frameLimit() {
        return frames.forSocket();
    }

    /** Makes a session of a line whose far end has said who it is. */
    public Client receive(Identity identity, Line line, FrameLimit ofSocket) {
        var id = UUID.randomUUID().toString();
        var toLog = commands.of(identity.userId(), id);
        var tenure = new Tenure(identity, expiryWarning);
        var syncs = new AtomicInteger();
        var session = new ChatSession(
                id, tenure, line, metrics, () -> toLog.areSending() || syncs.get() > 0);
        return new Client(session, toLog, ofSocket, syncs);
    }

    /** From here on, it hears what concerns its user. */
    public void admit(Client client) {
        admission.admit(client.session());
    }

    public void received(Inbound frame, Client client) {
        dispatcher.received(frame, client);
    }

    public void dismiss(Client client) {
        admission.dismiss(client.session());
    }
}
