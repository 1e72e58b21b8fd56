/**
 * How many sessions a user has, on all gateways together: the oldest of too many give way, wherever they are. Redis
 * counts; while it is away, each gateway counts its own.
 */
@NullMarked
package dev.parley.gateway.headcount;

import org.jspecify.annotations.NullMarked;
