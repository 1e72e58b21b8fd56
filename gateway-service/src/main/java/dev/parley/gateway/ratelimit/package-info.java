/**
 * How much one user, one socket and one address may ask for at a time. No limit is worth a chat that does not answer:
 * where Redis, which counts for all gateways, is late or away, each gateway counts for itself.
 */
@NullMarked
package dev.parley.gateway.ratelimit;

import org.jspecify.annotations.NullMarked;
