/**
 * Engines for tests: started once for the JVM of a build, shared by its test classes, reaped at its end. They are child
 * processes, or containers where a container engine answers ({@code -Dparley.engines=processes|containers|auto}).
 *
 * <p>A test class says what it needs with {@link dev.parley.engines.testing.WithEngines} and takes it as parameters; a
 * Spring test reads {@link dev.parley.engines.testing.Engines} in its {@code @DynamicPropertySource}. As engines are
 * shared, tests use databases, Redis numbers and topic names of their own.
 */
@NullMarked
package dev.parley.engines.testing;

import org.jspecify.annotations.NullMarked;
