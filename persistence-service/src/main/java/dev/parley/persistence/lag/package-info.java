/** How far the writers are behind the log, as any instance can see it; and whether what that takes can be reached. */
@NullMarked
package dev.parley.persistence.lag;

import org.jspecify.annotations.NullMarked;
