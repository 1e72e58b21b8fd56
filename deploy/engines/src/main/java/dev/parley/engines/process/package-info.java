/**
 * Processes that may outlive the one that started them: described by a value ({@link dev.parley.engines.process.Launch}),
 * found again by pid and start ({@link dev.parley.engines.process.RunningProcess}), so that a recycled pid is never
 * signalled, and started either as a child that is always reaped or in a session of its own.
 */
@NullMarked
package dev.parley.engines.process;

import org.jspecify.annotations.NullMarked;
