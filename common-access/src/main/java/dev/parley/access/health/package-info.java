/** What a service knows of the engines that it needs, from looking at them all the time rather than when it is asked. */
@NullMarked
package dev.parley.access.health;

import org.jspecify.annotations.NullMarked;
