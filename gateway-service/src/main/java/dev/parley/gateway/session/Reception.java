package dev.parley.gateway.session;

import dev.parley.gateway.access.Identity;
import dev.parley.gateway.commands.Commands;
import dev.parley.gateway.ratelimit.FrameLimits;
import java.time.Duration;
import java.util.UUID;

/** Makes a session of a line, once its far end has said who it is. */
final class Reception {

    private final Commands commands;
    private final FrameLimits frames;
    private final SessionMetrics metrics;
    private final Duration expiryWarning;

    Reception(Commands commands, FrameLimits frames, SessionMetrics metrics, Duration expiryWarning) {
        this.expiryWarning = expiryWarning;
        this.commands = commands;
        this.frames = frames;
        this.metrics = metrics;
    }

    Client receive(Identity identity, Line line) {
        var id = UUID.randomUUID().toString();
        var toLog = commands.of(identity.userId(), id);
        var tenure = new Tenure(identity, expiryWarning);
        var session = new ChatSession(id, tenure, line, metrics, toLog::areSending);
        return new Client(session, toLog, frames.forSession());
    }
}
