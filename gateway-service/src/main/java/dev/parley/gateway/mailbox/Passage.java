package dev.parley.gateway.mailbox;

import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.Event.BodyCase;

/**
 * Of a new message on its way to sockets, when it was where, in milliseconds.
 *
 * @param receivedAt when its sender's gateway took it
 * @param pushedAt when it got into the mailbox
 */
record Passage(long receivedAt, long pushedAt) {

    /** Answers about what was there before say nothing of how long anything takes. */
    static boolean isOf(Delivery delivery) {
        return delivery.hasEvent()
                && delivery.getEvent().getBodyCase() == BodyCase.MESSAGE_STORED
                && !delivery.getRepeated();
    }
}
