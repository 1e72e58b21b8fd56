package dev.parley.gateway.session;

import dev.parley.gateway.access.Identity;
import dev.parley.gateway.commands.Commands;
import dev.parley.gateway.ratelimit.FrameLimits;
import java.util.UUID;

/** Makes a session of a line, once its far end has said who it is. */
final class Reception {

    private final Commands commands;
    private final FrameLimits frames;
    private final SessionMetrics metrics;

    Reception(Commands commands, FrameLimits frames, SessionMetrics metrics) {
        this.commands = commands;
        this.frames = frames;
        this.metrics = metrics;
    }

    Client receive(Identity identity, Line line) {
        var session = new ChatSession(UUID.randomUUID().toString(), identity, line, metrics);
        return new Client(session, commands.of(identity.userId(), session.id()), frames.forSession());
    }
}
