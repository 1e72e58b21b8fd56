/**
 * What operators look at: dashboards and alert rules name meters that exist, each alert has a runbook and a test, and
 * each is seen to fire when the fault it is for is induced.
 */
@NullMarked
package dev.parley.local.observability;

import org.jspecify.annotations.NullMarked;
