/** Tests of what a service makes sure of before it starts. */
@NullMarked
package dev.parley.start;

import org.jspecify.annotations.NullMarked;
