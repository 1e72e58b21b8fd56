/** Tests of what a service refuses to start with. */
@NullMarked
package dev.parley.access.settings;

import org.jspecify.annotations.NullMarked;
