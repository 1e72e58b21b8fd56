/** What a service's test sees of the engines. */
@NullMarked
package dev.parley.engines.testing;

import org.jspecify.annotations.NullMarked;
