/**
 * How events get here: routes, by which writers find this gateway; the mailbox, a Redis stream that is its lease as
 * well; and the fan-out to local sockets. The only package that knows Redis.
 *
 * <p>Whenever the gateway may have missed something (its lease ran out, Redis was away, entries were cut off before they
 * were read, an entry can't be read), its clients are told to sync: missing nothing is their business with the database,
 * knowing that something may be missing is the gateway's.
 */
@NullMarked
package dev.parley.gateway.mailbox;

import org.jspecify.annotations.NullMarked;
