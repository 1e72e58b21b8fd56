/** Tests of what is known of engines. */
@NullMarked
package dev.parley.access.health;

import org.jspecify.annotations.NullMarked;
