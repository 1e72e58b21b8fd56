/** Tests of the count of sessions. */
@NullMarked
package dev.parley.gateway.headcount;

import org.jspecify.annotations.NullMarked;
