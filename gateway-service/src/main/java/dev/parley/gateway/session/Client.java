package dev.parley.gateway.session;

import dev.parley.gateway.commands.SessionCommands;

/** A session together with its way to the log. Its frames come one at a time, so it needs no lock. */
final class Client {

    private final ChatSession session;
    private final SessionCommands commands;
    private int misunderstood;

    Client(ChatSession session, SessionCommands commands) {
        this.session = session;
        this.commands = commands;
    }

    ChatSession session() {
        return session;
    }

    SessionCommands commands() {
        return commands;
    }

    void understood() {
        misunderstood = 0;
    }

    /** @return how many frames in a row were not of this protocol */
    int misunderstood() {
        return ++misunderstood;
    }
}
