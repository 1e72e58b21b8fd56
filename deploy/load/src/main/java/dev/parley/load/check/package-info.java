/**
 * Proves or refutes what the project promises. Every simulated device keeps a log of what it sent, was told and was shown; at
 * the end the history is read over REST; and rules that know nothing of how the services work compare the two.
 */
@NullMarked
package dev.parley.load.check;

import org.jspecify.annotations.NullMarked;
