package dev.parley.gateway.session;

import dev.parley.gateway.access.Identity;
import dev.parley.gateway.commands.Commands;
import java.util.UUID;

/** Makes a session of a line, once its far end has said who it is. */
final class Reception {

    private final Commands commands;
    private final SessionMetrics metrics;

    Reception(Commands commands, SessionMetrics metrics) {
        this.commands = commands;
        this.metrics = metrics;
    }

    Client receive(Identity identity, Line line) {
        var session = new ChatSession(UUID.randomUUID().toString(), identity, line, metrics);
        return new Client(session, commands.of(identity.userId(), session.id()));
    }
}
