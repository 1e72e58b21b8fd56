/**
 * Real engines without a container: Kafka in KRaft mode, PostgreSQL, Redis and OpenSearch as processes from Maven
 * artifacts, durable where they are durable in production (PostgreSQL with fsync, synchronous_commit and
 * full_page_writes).
 *
 * <p>An {@link dev.parley.engines.Engine} is a value that says how a server in a folder is prepared, started and asked
 * whether it serves; the same folder started again has the same data, kill -9 included.
 * {@link dev.parley.engines.RunningEngine} runs one as a child of this JVM, for tests; the local stack starts the same
 * values detached. Tests take their engines from {@link dev.parley.engines.testing}.
 */
@NullMarked
package dev.parley.engines;

import org.jspecify.annotations.NullMarked;
