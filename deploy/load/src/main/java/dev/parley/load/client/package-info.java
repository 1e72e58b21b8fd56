/**
 * One simulated device of one user: it connects, sends and sends again, holds messages in the order of their numbers, notices
 * gaps and repairs them, moves its marks, reconnects and catches up. All of a device lives on one event loop; thousands share
 * it.
 */
@NullMarked
package dev.parley.load.client;

import org.jspecify.annotations.NullMarked;
