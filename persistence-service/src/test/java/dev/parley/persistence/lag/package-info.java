/** Tests of how lag and the reach of engines are seen. */
@NullMarked
package dev.parley.persistence.lag;

import org.jspecify.annotations.NullMarked;
