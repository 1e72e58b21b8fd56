/**
 * Holds what tests see on the wire to the two documents that clients are promised: frames to {@code docs/asyncapi.yaml},
 * HTTP exchanges to {@code docs/openapi.yaml}. Knows nothing of the services, and tells which promises were exercised.
 */
@NullMarked
package dev.parley.contractcheck;

import org.jspecify.annotations.NullMarked;
