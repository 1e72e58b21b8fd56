/** Numbers that services of several kinds tell of what they let in, under the same names. */
@NullMarked
package dev.parley.access.metrics;

import org.jspecify.annotations.NullMarked;
