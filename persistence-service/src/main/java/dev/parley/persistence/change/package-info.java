/** REST calls that change something: through the log like every other command, answered when it is decided. */
@NullMarked
package dev.parley.persistence.change;

import org.jspecify.annotations.NullMarked;
