package dev.parley.load.fake;

import java.util.concurrent.atomic.AtomicInteger;

/** What goes wrong next, each so many times. */
public final class Faults {

    final AtomicInteger lostPushes = new AtomicInteger();
    final AtomicInteger doubledPushes = new AtomicInteger();
    final AtomicInteger swappedPushes = new AtomicInteger();
    final AtomicInteger lostAcks = new AtomicInteger();
    final AtomicInteger lostSends = new AtomicInteger();
    final AtomicInteger retryableErrors = new AtomicInteger();
    final AtomicInteger lostMarks = new AtomicInteger();
    final AtomicInteger unavailableReplies = new AtomicInteger();
    final AtomicInteger inventiveReplies = new AtomicInteger();
    final AtomicInteger blindSearches = new AtomicInteger();
    final AtomicInteger refusedHandshakes = new AtomicInteger();

    /** Pushes of messages that never leave. */
    public void losePushes(int count) {
        lostPushes.set(count);
    }

    /** Pushes of messages that leave twice. */
    public void doublePushes(int count) {
        doubledPushes.set(count);
    }

    /** Pushes of messages that leave after the one that follows. */
    public void swapPushes(int count) {
        swappedPushes.set(count);
    }

    /** Sends that enter the log and are not acked. */
    public void loseAcks(int count) {
        lostAcks.set(count);
    }

    /** Sends that vanish altogether. */
    public void loseSends(int count) {
        lostSends.set(count);
    }

    /** Sends that are answered with an error that passes. */
    public void refuseForNow(int count) {
        retryableErrors.set(count);
    }

    /** Marks that nobody heeds. */
    public void loseMarks(int count) {
        lostMarks.set(count);
    }

    /** Calls of REST that are answered with 503. */
    public void answerUnavailable(int count) {
        unavailableReplies.set(count);
    }

    /** Calls of REST whose answer has a member that is in no document. */
    public void answerInventively(int count) {
        inventiveReplies.set(count);
    }

    /** Searches that find nothing. */
    public void searchInVain(int count) {
        blindSearches.set(count);
    }

    /** Handshakes that fail with 401. */
    public void refuseHandshakes(int count) {
        refusedHandshakes.set(count);
    }

    static boolean strikes(AtomicInteger count) {
        return count.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }
}
