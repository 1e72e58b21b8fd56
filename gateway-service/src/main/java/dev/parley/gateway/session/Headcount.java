package dev.parley.gateway.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Counts the sessions of each user on all gateways, and has the oldest of too many give way. Must not block. */
public interface Headcount {

    /** Where users may have as many as they like. */
    Headcount NONE = new Headcount() {

        @Override
        public CompletionStage<Void> arrived(ChatSession session) {
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void left(ChatSession session) {}
    };

    /** @return failed if it can't be counted with those elsewhere for now */
    CompletionStage<Void> arrived(ChatSession session);

    void left(ChatSession session);
}
