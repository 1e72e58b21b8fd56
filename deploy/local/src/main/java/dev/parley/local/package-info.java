/**
 * The whole of Parley on one machine: engines and services as processes of their own, each of which can be killed, held
 * and started alone.
 *
 * <p>Nobody supervises them. What a later command needs to find them again lies in the data folder: the settings of the
 * run, a pid file for each part (with the start of the process, so that a recycled pid is never touched) and a lock that
 * keeps two commands apart and goes with the process that holds it.
 */
@NullMarked
package dev.parley.local;

import org.jspecify.annotations.NullMarked;
