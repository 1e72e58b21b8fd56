/** Tests of the numbers that services share. */
@NullMarked
package dev.parley.access.metrics;

import org.jspecify.annotations.NullMarked;
