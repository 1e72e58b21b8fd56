/**
 * Records that a service could not handle and put aside in a {@code .dlt} topic: what there is, what is in one, and
 * having one decided again.
 */
@NullMarked
package dev.parley.local.deadletters;

import org.jspecify.annotations.NullMarked;
