/**
 * The gateway: a socket for every client.
 *
 * <p>What comes in: WebSocket frames of {@code chat.v1} under {@code /ws}, each session with a JWT; and the gateway's
 * mailbox in Redis, where writers leave what its users are to hear.
 *
 * <p>What goes out: commands on {@code chat.commands}, keyed and partitioned by conversation; events to sockets.
 *
 * <p>What is promised: an ack means that the command is in the log on all in-sync replicas. The sends of a session are
 * in the log in the order in which they were sent. A user's route is registered before {@code session:ready}, and
 * whenever an event may have been missed, {@code sync:required} says so. Every buffer is bounded: a socket that can't
 * keep up is closed (4408), and no other one notices. Nothing here is lost that a client can't ask for again.
 */
@NullMarked
package dev.parley.gateway;

import org.jspecify.annotations.NullMarked;
