package dev.parley.gateway.session;

/** Those who answer what does not go to the log. */
record Answerers(Syncs syncs, TypingSignals typing, PresenceWatches presence, Renewals renewals) {}
